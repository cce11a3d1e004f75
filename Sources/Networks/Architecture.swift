/// The form of a network: linear layers, each hidden one followed by its normalisation, activation and dropout.
public struct Architecture: Hashable, Sendable {
    /// Numbers per example; at least 1.
    public var inputs: Int
    /// Widths of the hidden layers, each at least 1; none: a linear model.
    public var hidden: [Int]
    /// At least 1.
    public var outputs: Int
    public var activation: Activation
    /// Whether hidden layers normalize their sums over the batch before the activation.
    public var batchNormalization: Bool
    /// The share of each hidden layer's values that is left out in training, in 0..<1.
    public var dropout: Double

    public init(
        inputs: Int, hidden: [Int] = [], outputs: Int, activation: Activation = .relu,
        batchNormalization: Bool = false, dropout: Double = 0
    ) {
        precondition(
            ([inputs, outputs] + hidden).allSatisfy { $0 > 0 }, "layers of widths \([inputs] + hidden + [outputs])")
        precondition(dropout >= 0 && dropout < 1, "a dropout of \(dropout)")
        self.inputs = inputs
        self.hidden = hidden
        self.outputs = outputs
        self.activation = activation
        self.batchNormalization = batchNormalization
        self.dropout = dropout
    }
}
