/// What an expression works on.
public enum ExpressionValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([ExpressionValue])

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
