import Foundation

/// One evaluation of an expression.
struct ExpressionEvaluation {
    let expression: Expression
    /// The values of `expression.names`.
    let values: [ExpressionValue]

    func value(_ node: ExpressionNode) throws(ExpressionError) -> ExpressionValue {
        switch node {
        case .constant(let value): return value
        case .name(let index): return values[index]
        case .list(let nodes):
            var values: [ExpressionValue] = []
            for node in nodes { values.append(try value(node)) }
            return .list(values)
        case .not(let node, let column): return .bool(!(try truth(of: node, "not", column)))
        case .all(let operands):
            for operand in operands where !(try truth(of: operand.node, "and", operand.column)) { return .bool(false) }
            return .bool(true)
        case .any(let operands):
            for operand in operands where try truth(of: operand.node, "or", operand.column) { return .bool(true) }
            return .bool(false)
        case .comparison(let sign, let left, let right, let column):
            return .bool(try compare(try value(left), sign, try value(right), column))
        case .membership(let element, let list, let isNegated, let column):
            return .bool(try contains(try value(list), try value(element), column) != isNegated)
        case .negative(let node, let column):
            let operand = try value(node)
            if operand == .null { return .null }
            guard let number = operand.asNumber else {
                throw expression.error(column, "-\(operand) has no meaning; '-' needs a number")
            }
            return .number(-number)
        case .chain(let first, let operands):
            var result = try value(first)
            for operand in operands {
                result = try calculate(result, operand.sign, try value(operand.node), operand.column)
            }
            return result
        case .choice(let condition, let first, let second, let column):
            return try value(try truth(of: condition, "if", column) ? first : second)
        case .call(let function, let arguments, let column): return try call(function, arguments, column)
        }
    }

    private func truth(of node: ExpressionNode, _ word: String, _ column: Int) throws(ExpressionError) -> Bool {
        switch try value(node) {
        case .bool(let truth): return truth
        case .null: return false
        case let value:
            let verb = word == "if" ? "needs a condition" : "joins conditions"
            throw expression.error(
                column, "'\(word)' \(verb), not \(value); write a comparison, such as 'lr < 0.1'")
        }
    }

    private func compare(
        _ left: ExpressionValue, _ sign: ExpressionToken.Sign, _ right: ExpressionValue, _ column: Int
    ) throws(ExpressionError) -> Bool {
        if sign == .equal { return left == right }
        if sign == .notEqual { return left != right }
        switch (left, right) {
        case (.number(let left), .number(let right)): return Self.order(left, sign, right)
        case (.text(let left), .text(let right)): return Self.order(left, sign, right)
        case (.null, _), (_, .null): return false
        default:
            let pair = "\(left) \(sign.rawValue) \(right)"
            throw expression.error(
                column,
                left.typeName == right.typeName
                    ? "\(pair) has no meaning; only numbers and text have an order, so write '==' or '!='"
                    : "\(pair) compares \(left.typeName) with \(right.typeName); write numbers on both sides, or test "
                        + "with '==' or '!='")
        }
    }

    private static func order<Value: Comparable>(
        _ left: Value, _ sign: ExpressionToken.Sign, _ right: Value
    ) -> Bool {
        switch sign {
        case .less: left < right
        case .atMost: left <= right
        case .greater: left > right
        default: left >= right
        }
    }

    private func contains(
        _ list: ExpressionValue, _ element: ExpressionValue, _ column: Int
    ) throws(ExpressionError) -> Bool {
        switch list {
        case .list(let elements): return elements.contains(element)
        case .null: return false
        default:
            throw expression.error(column, "'in' needs a list on its right, not \(list); write [\(list)] or '=='")
        }
    }

    private func calculate(
        _ left: ExpressionValue, _ sign: ExpressionToken.Sign, _ right: ExpressionValue, _ column: Int
    ) throws(ExpressionError) -> ExpressionValue {
        if let left = left.asNumber, let right = right.asNumber { return .number(Self.calculate(left, sign, right)) }
        if left == .null, right == .null || right.asNumber != nil { return .null }
        if right == .null, left.asNumber != nil { return .null }
        throw expression.error(
            column, "\(left) \(sign.rawValue) \(right) has no meaning; '\(sign.rawValue)' needs numbers on both sides")
    }

    private static func calculate(_ left: Double, _ sign: ExpressionToken.Sign, _ right: Double) -> Double {
        switch sign {
        case .plus: left + right
        case .minus: left - right
        case .times: left * right
        case .divided: left / right
        // With the sign of the divisor, so that it repeats through zero.
        case .remainder: left - (left / right).rounded(.down) * right
        default: pow(left, right)
        }
    }

    private func call(
        _ function: ExpressionFunction, _ arguments: [ExpressionNode], _ column: Int
    ) throws(ExpressionError) -> ExpressionValue {
        var numbers: [Double] = []
        numbers.reserveCapacity(arguments.count)
        for argument in arguments {
            let value = try value(argument)
            if value == .null { return .null }
            guard let number = value.asNumber else {
                throw expression.error(column, "'\(function.rawValue)' needs numbers, not \(value)")
            }
            numbers.append(number)
        }
        return .number(function(numbers))
    }
}
