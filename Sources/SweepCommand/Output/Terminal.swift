import Foundation

/// What standard output can show.
struct Terminal: Hashable, Sendable {
    /// In columns; nil where it is no terminal and lines may be of any length.
    let width: Int?
    /// Whether it shows emphasis by escape sequences.
    let hasStyle: Bool

    /// Neither width nor style: a file or a pipe.
    static let none = Terminal(width: nil, hasStyle: false)

    static func standardOutput(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
        guard isatty(STDOUT_FILENO) == 1 else { return .none }
        let isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return Terminal(width: Int(size.ws_col), hasStyle: !isPlain)
        }
        let columns = environment["COLUMNS"].flatMap(Int.init) ?? 80
        return Terminal(width: max(20, columns), hasStyle: !isPlain)
    }

    /// The text set apart from the rest, where that can be shown.
    func emphasized(_ text: String) -> String { hasStyle ? "\u{1b}[1m\(text)\u{1b}[0m" : text }
}
