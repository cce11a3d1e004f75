import Foundation

/// What standard output can show.
struct Terminal: Hashable, Sendable {
    /// In columns; nil where it is no terminal and lines may be of any length.
    let width: Int?
    /// In lines.
    let height: Int
    /// Whether it shows emphasis by escape sequences.
    let hasStyle: Bool

    /// Neither width nor style: a file or a pipe.
    static let none = Terminal(width: nil, hasStyle: false)

    init(width: Int?, height: Int = 24, hasStyle: Bool) {
        self.width = width
        self.height = height
        self.hasStyle = hasStyle
    }

    private init(descriptor: Int32, environment: [String: String]) {
        guard isatty(descriptor) == 1 else {
            self = .none
            return
        }
        let isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let columns = isKnown ? Int(size.ws_col) : environment["COLUMNS"].flatMap(Int.init) ?? 80
        self.init(width: max(20, columns), height: isKnown ? max(2, Int(size.ws_row)) : 24, hasStyle: !isPlain)
    }

    static func standardOutput(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
        Terminal(descriptor: STDOUT_FILENO, environment: environment)
    }

    static func standardError(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
        Terminal(descriptor: STDERR_FILENO, environment: environment)
    }

    /// The text set apart from the rest, where that can be shown.
    func emphasized(_ text: String) -> String { hasStyle ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

    /// The text with its lines broken between words where the terminal is too narrow for them.
    func wrapping(_ text: String) -> String {
        guard let width else { return text }
        var lines = [""]
        var used = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
            let length = SafeText.width(of: word)
            let isFirst = lines[lines.count - 1].isEmpty
            if isFirst || used + 1 + length <= width {
                lines[lines.count - 1] += (isFirst ? "" : " ") + word
                used += length + (isFirst ? 0 : 1)
            } else {
                lines.append(word)
                used = length
            }
        }
        return lines.joined(separator: "\n")
    }
}
