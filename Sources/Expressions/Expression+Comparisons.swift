extension Expression {
    /// A name that is held against what it may be equal to: `state == 'finished'`, `optimizer in ['sgd', 'adam']`.
    public struct Equation: Hashable, Sendable {
        public let name: String
        /// The column of the comparison's sign.
        public let column: Int
        /// The texts on the other side.
        public let texts: [String]
        /// The names on the other side, such as `adam` of `optimizer == adam`.
        public let names: [String]
    }

    /// Every test for being equal or not, and for being in a list or not, of which one side is a name.
    public var equations: [Equation] {
        var equations: [Equation] = []
        collect(root, into: &equations)
        return equations
    }

    private func collect(_ node: ExpressionNode, into equations: inout [Equation]) {
        switch node {
        case .constant, .name: break
        case .list(let nodes), .call(_, let nodes, _): for node in nodes { collect(node, into: &equations) }
        case .choice(let condition, let first, let second, _):
            for node in [condition, first, second] { collect(node, into: &equations) }
        case .not(let node, _), .negative(let node, _): collect(node, into: &equations)
        case .all(let operands), .any(let operands): for one in operands { collect(one.node, into: &equations) }
        case .chain(let first, let operands):
            collect(first, into: &equations)
            for one in operands { collect(one.node, into: &equations) }
        case .comparison(let sign, let left, let right, let column):
            guard sign == .equal || sign == .notEqual else { return }
            equations += equation(left, right, column) + equation(right, left, column)
        case .membership(let element, let list, _, let column): equations += equation(element, list, column)
        }
    }

    private func equation(_ side: ExpressionNode, _ other: ExpressionNode, _ column: Int) -> [Equation] {
        guard case .name(let index) = side else { return [] }
        let parts: [ExpressionNode] = if case .list(let nodes) = other { nodes } else { [other] }
        var (texts, others): ([String], [String]) = ([], [])
        for part in parts {
            switch part {
            case .constant(.text(let text)): texts.append(text)
            case .constant(.list(let values)):
                texts += values.compactMap { if case .text(let text) = $0 { text } else { nil } }
            case .name(let index): others.append(names[index].name)
            default: break
            }
        }
        return [Equation(name: names[index].name, column: column, texts: texts, names: others)]
    }
}
