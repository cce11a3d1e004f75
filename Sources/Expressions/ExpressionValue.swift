/// What an expression works on.
public enum ExpressionValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([ExpressionValue])

    /// What it counts in arithmetic: true as 1 and false as 0, so that formulas can have cases; nil for what has no number.
    var asNumber: Double? {
        switch self {
        case .number(let number): number
        case .bool(let bool): bool ? 1 : 0
        case .null, .text, .list: nil
        }
    }

    /// The type in words, as messages name it.
    var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .text: "text"
        case .list: "a list"
        }
    }
}

extension ExpressionValue: CustomStringConvertible {
    /// As it is written in an expression.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let value):
            if value.rounded() == value, abs(value) < 0x1p53 { String(Int(value)) } else { value.description }
        case .text(let text): "'\(text)'"
        case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
        }
    }
}
