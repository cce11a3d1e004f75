/// What somebody who reads text can be shown: a terminal, a file or a pipe.
public struct Terminal: Hashable, Sendable {
    /// In columns; nil where it is no terminal and lines may be of any length.
    public let width: Int?
    /// In lines.
    public let height: Int
    /// Whether it shows emphasis by escape sequences.
    public let hasStyle: Bool
    /// Whether lines that were written can be written anew.
    public let hasCursor: Bool
    /// Whether it shows ASCII alone.
    public let isASCII: Bool

    /// Where nothing is known.
    static let usualWidth = 80

    /// Neither width nor style: a file or a pipe.
    public static let none = Terminal(width: nil, hasStyle: false)

    init(width: Int?, height: Int = 24, hasStyle: Bool, hasCursor: Bool = false, isASCII: Bool = false) {
        self.width = width
        self.height = height
        self.hasStyle = hasStyle
        self.hasCursor = hasCursor
        self.isASCII = isASCII
    }

    /// - Parameters:
    ///   - isTerminal: whether somebody looks.
    ///   - size: what the terminal says of itself; nil if it does not know.
    public init(isTerminal: Bool, size: (columns: Int, lines: Int)?, environment: [String: String]) {
        let isASCII = PlainText.isWanted(environment)
        guard isTerminal else {
            self.init(width: nil, hasStyle: false, isASCII: isASCII)
            return
        }
        // Without a name nothing is known of it, and `dumb` says that it knows no escape sequences.
        let isPlain = ["", "dumb"].contains(environment["TERM"] ?? "")
        let isColourless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let columns = size?.columns ?? environment["COLUMNS"].flatMap(Int.init) ?? Self.usualWidth
        self.init(
            width: max(20, columns), height: size.map { max(2, $0.lines) } ?? 24, hasStyle: !isPlain && !isColourless,
            hasCursor: !isPlain, isASCII: isASCII)
    }

    /// The text set apart from the rest, where that can be shown.
    func emphasized(_ text: String) -> String { hasStyle ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

    /// The text with its lines broken between words where the terminal is too narrow for them.
    public func wrapping(_ text: String) -> String {
        guard width != nil else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { wrapping(line: String($0)) }
            .joined(separator: "\n")
    }

    private func wrapping(line text: String) -> String {
        guard let width, SafeText.width(of: text) > width else { return text }
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
