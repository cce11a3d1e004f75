/// Reads tokens as a tree, by precedence climbing.
struct ExpressionParser {
    /// Deeper than anyone writes, and far from the end of a thread's stack.
    static let deepest = 100

    private let text: String
    private let tokens: [ExpressionToken]
    private var position = 0
    private var depth = 0
    private(set) var names: [Expression.NameUse] = []

    /// - Parameter tokens: with `.end` at the end.
    init(_ tokens: [ExpressionToken], text: String) {
        self.tokens = tokens
        self.text = text
    }

    mutating func parse() throws(ExpressionError) -> ExpressionNode {
        if next.kind == .end { throw error(next, "the expression is empty") }
        let root = try node(.or)
        if next.kind == .sign(.close) { throw error(next, "this ')' was never opened") }
        if next.kind != .end { throw stray("an operator is missing before it") }
        return root
    }

    /// An error about the next token, which cannot follow what is before it.
    private func stray(_ remedy: String) -> ExpressionError {
        if next.kind == .name("if") {
            return error(next, "'a if b else c' is not known; write 'if(b, a, c)'")
        }
        return error(next, "\(next.kind) cannot follow here; \(remedy)")
    }

    /// How tightly operators bind.
    private enum Rank: Int {
        case or, and, not, comparison, sum, product, sign, power, operand

        var tighter: Rank { Rank(rawValue: rawValue + 1) ?? .operand }
    }

    private var next: ExpressionToken { tokens[min(position, tokens.count - 1)] }

    private mutating func advance() -> ExpressionToken {
        let token = next
        position += 1
        return token
    }

    private mutating func skip(_ sign: ExpressionToken.Sign) -> ExpressionToken? {
        next.kind == .sign(sign) ? advance() : nil
    }

    private func error(_ token: ExpressionToken, _ message: String) -> ExpressionError {
        ExpressionError(text: text, column: token.column, message: message)
    }

    /// A node whose operators bind at least as tightly as `loosest`.
    private mutating func node(_ loosest: Rank) throws(ExpressionError) -> ExpressionNode {
        guard depth < Self.deepest else {
            throw error(
                next, "the expression is nested more than \(Self.deepest) deep; write it with fewer parentheses")
        }
        depth += 1
        defer { depth -= 1 }
        var left = try prefixed(loosest)
        for rank in [Rank.power, .product, .sum, .comparison, .and, .or] where rank.rawValue >= loosest.rawValue {
            left = try extended(left, rank)
        }
        return left
    }

    /// What stands before any infix operator: a value, or a prefix operator with its operand.
    private mutating func prefixed(_ loosest: Rank) throws(ExpressionError) -> ExpressionNode {
        if let minus = skip(.minus) { return .negative(try node(.power), column: minus.column) }
        if next.kind == .sign(.plus) { throw error(next, "'+' needs a value before it") }
        if loosest.rawValue <= Rank.not.rawValue, let not = skip(.not) {
            return .not(try node(.not), column: not.column)
        }
        return try operand()
    }

    /// `left` with the operators of one rank that follow it.
    private mutating func extended(_ left: ExpressionNode, _ rank: Rank) throws(ExpressionError) -> ExpressionNode {
        switch rank {
        case .power:
            guard let sign = skip(.power) else { return left }
            // From the right: the exponent takes any further powers, and may be negative.
            let exponent = try node(.power)
            return .chain(left, [ExpressionNode.Operand(sign: .power, node: exponent, column: sign.column)])
        case .comparison: return try comparison(left)
        case .product, .sum:
            let others = try operands(after: rank == .sum ? [.plus, .minus] : [.times, .divided, .remainder], rank)
            return others.isEmpty ? left : .chain(left, others)
        case .and, .or:
            let sign: ExpressionToken.Sign = rank == .and ? .and : .or
            let others = try operands(after: [sign], rank)
            guard let second = others.first else { return left }
            let all = [ExpressionNode.Operand(sign: sign, node: left, column: second.column)] + others
            return rank == .and ? .all(all) : .any(all)
        case .not, .sign, .operand: return left
        }
    }

    /// Each of `signs` that follows, with its operand.
    private mutating func operands(
        after signs: [ExpressionToken.Sign], _ rank: Rank
    ) throws(ExpressionError) -> [ExpressionNode.Operand] {
        var operands: [ExpressionNode.Operand] = []
        while case .sign(let sign) = next.kind, signs.contains(sign) {
            let column = advance().column
            operands.append(ExpressionNode.Operand(sign: sign, node: try node(rank.tighter), column: column))
        }
        return operands
    }

    private mutating func comparison(_ left: ExpressionNode) throws(ExpressionError) -> ExpressionNode {
        guard let (sign, token) = try comparisonSign() else { return left }
        let right = try node(.sum)
        if let (_, second) = try comparisonSign() {
            throw error(second, "comparisons cannot be chained; write 'a < b and b < c'")
        }
        return switch sign {
        case .in: .membership(left, in: right, isNegated: false, column: token.column)
        case .not: .membership(left, in: right, isNegated: true, column: token.column)
        default: .comparison(sign, left, right, column: token.column)
        }
    }

    /// The comparison that follows, if one does; `.not` stands for `not in`.
    private mutating func comparisonSign() throws(ExpressionError) -> (ExpressionToken.Sign, ExpressionToken)? {
        guard case .sign(let sign) = next.kind else { return nil }
        switch sign {
        case .equal, .notEqual, .less, .atMost, .greater, .atLeast, .in: return (sign, advance())
        case .not:
            let token = advance()
            guard skip(.in) != nil else { throw error(token, "'not' cannot follow a value; did you mean 'not in'?") }
            return (.not, token)
        default: return nil
        }
    }

    private mutating func operand() throws(ExpressionError) -> ExpressionNode {
        let before = position > 0 ? tokens[position - 1] : nil
        let token = advance()
        switch token.kind {
        case .number(let value): return .constant(.number(value))
        case .text(let text): return .constant(.text(text))
        case .name(let name): return try named(name, token)
        case .sign(.open):
            let inner = try node(.or)
            guard skip(.close) != nil else { throw unclosed(token, ")") }
            return inner
        case .sign(.openList):
            return Self.list(try elements(upTo: .closeList, of: token))
        case .sign(.not):
            throw error(token, "'not' binds loosely here; write '(not …)'")
        case .sign, .end:
            if let before { throw error(token, "a value is missing after \(before.kind)") }
            throw error(token, "a value is missing before \(token.kind)")
        }
    }

    private static func list(_ elements: [ExpressionNode]) -> ExpressionNode {
        var values: [ExpressionValue] = []
        for element in elements {
            guard case .constant(let value) = element else { return .list(elements) }
            values.append(value)
        }
        return .constant(.list(values))
    }

    private func unclosed(_ open: ExpressionToken, _ close: String) -> ExpressionError {
        next.kind == .end
            ? error(open, "this \(open.kind) is never closed")
            : stray("'\(close)' is missing before it")
    }

    /// The elements after `open`, with commas between them, up to and with `close`.
    private mutating func elements(
        upTo close: ExpressionToken.Sign, of open: ExpressionToken
    ) throws(ExpressionError) -> [ExpressionNode] {
        if skip(close) != nil { return [] }
        var elements: [ExpressionNode] = []
        repeat { elements.append(try node(.or)) } while skip(.comma) != nil
        guard skip(close) != nil else { throw unclosed(open, close.rawValue) }
        return elements
    }

    private mutating func choice(_ token: ExpressionToken) throws(ExpressionError) -> ExpressionNode {
        guard let open = skip(.open) else { throw error(token, "'if' is a function; write 'if(b, a, c)'") }
        let arguments = try elements(upTo: .close, of: open)
        guard arguments.count == 3 else {
            throw error(
                token,
                "'if' has \(arguments.count) arguments; it takes three: a condition, the value where it holds, and the "
                    + "other")
        }
        return .choice(if: arguments[0], then: arguments[1], else: arguments[2], column: token.column)
    }

    private mutating func named(_ name: String, _ token: ExpressionToken) throws(ExpressionError) -> ExpressionNode {
        if name == "if" { return try choice(token) }
        if let open = skip(.open) {
            guard let function = ExpressionFunction(rawValue: name) else {
                if name == "pow" { throw error(token, "there is no function 'pow'; write 'a ^ b'") }
                let known = (ExpressionFunction.allCases.map(\.rawValue) + ["if"]).joined(separator: ", ")
                throw error(token, "there is no function '\(name)'; there are: \(known)")
            }
            let arguments = try elements(upTo: .close, of: open)
            guard function.takesMany ? !arguments.isEmpty : arguments.count == 1 else {
                let wanted = function.takesMany ? "at least one argument" : "one argument"
                throw error(token, "'\(name)' has \(arguments.count) arguments; it takes \(wanted)")
            }
            return .call(function, arguments, column: token.column)
        }
        switch name {
        case "true", "True": return .constant(.bool(true))
        case "false", "False": return .constant(.bool(false))
        case "null", "None", "none": return .constant(.null)
        case "pi": return .constant(.number(.pi))
        default:
            names.append(Expression.NameUse(name: name, column: token.column))
            return .name(names.count - 1)
        }
    }
}
