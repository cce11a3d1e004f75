/// A word or sign of an expression.
struct ExpressionToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case number(Double)
        case text(String)
        case name(String)
        case sign(Sign)
        case end
    }

    /// Signs, and the words that act as such.
    enum Sign: String, CaseIterable, Sendable {
        case or, and, not, `in`
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case remainder = "%"
        case power = "^"
        case open = "("
        case close = ")"
        case openList = "["
        case closeList = "]"
        case comma = ","
    }

    let kind: Kind
    /// The column of its first character, counted from 1.
    let column: Int
}

extension ExpressionToken.Kind: CustomStringConvertible {
    /// As messages name it.
    var description: String {
        switch self {
        case .number(let value): ExpressionValue.number(value).description
        case .text(let text): "the text '\(text)'"
        case .name(let name): "'\(name)'"
        case .sign(let sign): "'\(sign.rawValue)'"
        case .end: "the end"
        }
    }
}
