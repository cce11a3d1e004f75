/// What is wrong with an expression, and where.
public struct ExpressionError: Error, Hashable, Sendable {
    /// The whole expression.
    public let text: String
    /// The column in the expression, counted from 1 in characters.
    public let column: Int
    /// A sentence without its full stop.
    public let message: String

    public init(text: String, column: Int, message: String) {
        self.text = text
        self.column = column
        self.message = message
    }
}

extension ExpressionError: CustomStringConvertible {
    /// `column 4 of 'lr <': a value is missing after '<'.`
    public var description: String {
        "column \(column) of '\(excerpt)': \(message)\(message.hasSuffix("?") ? "" : ".")"
    }

    /// The text, of which a long one shows only the surroundings of the column.
    private var excerpt: String {
        let (most, around) = (100, 30)
        guard text.count > most else { return text }
        let start = max(0, column - 1 - around)
        let shown = text.dropFirst(start).prefix(2 * around)
        let isCut = start + shown.count < text.count
        return (start > 0 ? "…" : "") + shown + (isCut ? "…" : "")
    }
}
