/// An expression as a tree.
///
/// Chains of equal rank are one node, so that the tree is only as deep as the text is nested.
indirect enum ExpressionNode: Sendable {
    case constant(ExpressionValue)
    /// The index in `Expression.names`.
    case name(Int)
    case list([ExpressionNode])
    case not(ExpressionNode, column: Int)
    /// All of them, by `and`.
    case all([Operand])
    /// At least one of them, by `or`.
    case any([Operand])
    case comparison(ExpressionToken.Sign, ExpressionNode, ExpressionNode, column: Int)
    case membership(ExpressionNode, in: ExpressionNode, isNegated: Bool, column: Int)
    case negative(ExpressionNode, column: Int)
    /// Operations of equal rank, from the left.
    case chain(ExpressionNode, [Operand])
    /// One of two values, of which only that one is worked out.
    case choice(if: ExpressionNode, then: ExpressionNode, else: ExpressionNode, column: Int)
    case call(ExpressionFunction, [ExpressionNode], column: Int)

    /// An operand with its operator.
    struct Operand: Sendable {
        let sign: ExpressionToken.Sign
        let node: ExpressionNode
        /// The column of the operator; that of the one after it where there is none before it.
        let column: Int
    }
}
