/// A condition or a formula that a person wrote, read once and evaluated often.
///
///     let condition = try Expression(parsing: "not (batch_size == 'full' and lr < 1e-3)")
///     try condition.holds { values[$0] ?? .null }
///
/// From the loosest to the tightest: `or`; `and`; `not`; `== != < <= > >= in`, `not in`; `+ -`; `* / %`; unary `-`; `^`,
/// which groups from the right. Values are numbers, text in `'…'` or `"…"`, `true`, `false`, `null`, lists `[a, b]`, names
/// with dots, `pi`, the functions of `ExpressionFunction`, and `if(condition, a, b)`, which is `a` where the condition holds.
///
/// In arithmetic true counts as 1 and false as 0, so that `lr * (epoch < 5)` is a formula.
///
/// A name without a value is null. Null equals null alone; ordering with null is false, arithmetic with null is null, and
/// in conditions null counts as false. Values of different types are never equal; ordering and arithmetic between text
/// and numbers are errors.
public struct Expression: Sendable {
    /// A name in the text, with the column of its first character, counted from 1.
    public struct NameUse: Hashable, Sendable {
        public let name: String
        public let column: Int
    }

    /// As it was written.
    public let text: String
    /// Every use of a name, from left to right; `pi` is not a name.
    public let names: [NameUse]
    let root: ExpressionNode

    public init(parsing text: String) throws(ExpressionError) {
        var parser = ExpressionParser(try ExpressionLexer.tokens(of: text), text: text)
        root = try parser.parse()
        names = parser.names
        self.text = text
    }

    /// The value, given those of the names.
    public func value(_ lookup: (String) -> ExpressionValue) throws(ExpressionError) -> ExpressionValue {
        try ExpressionEvaluation(expression: self, values: names.map { lookup($0.name) }).value(root)
    }

    /// The value as a condition; null counts as false.
    public func holds(_ lookup: (String) -> ExpressionValue) throws(ExpressionError) -> Bool {
        switch try value(lookup) {
        case .bool(let holds): return holds
        case .null: return false
        case let value:
            throw error(
                1, "it gives \(value); a condition gives true or false, so write a comparison such as 'lr < 0.1'")
        }
    }

    /// The value as a number.
    public func number(_ lookup: (String) -> ExpressionValue) throws(ExpressionError) -> Double {
        let value = try value(lookup)
        guard case .number(let number) = value else {
            throw error(1, "it gives \(value); a formula gives a number")
        }
        return number
    }

    /// An error about this expression, for callers who know more: which names there are, which values make sense.
    public func error(_ column: Int, _ message: String) -> ExpressionError {
        ExpressionError(text: text, column: column, message: message)
    }
}

extension Expression: Hashable {
    public static func == (first: Expression, second: Expression) -> Bool { first.text == second.text }

    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
