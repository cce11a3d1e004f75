public import Settings

/// Adam with the weight decay decoupled from the gradient.
///
///     w ← w − γ·λ·w, then Adam's step with λ = 0
///
/// γ is the learning rate and λ the weight decay, 0.01 where none is written; options and state are Adam's.
///
/// Source: I. Loshchilov and F. Hutter, "Decoupled weight decay regularization", 2019, algorithm 2. As in PyTorch, the
/// decay is scaled by the learning rate.
public struct AdamW: OptimizerRule {
    public static let defaultLearningRate = 1e-3
    public static let defaultWeightDecay = 1e-2

    let options: AdamOptions

    public init(_ reader: inout SettingReader) throws(SettingError) {
        options = try AdamOptions(&reader)
    }

    public var buffers: [StateBuffer] { options.buffers }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        options.update(slice, step, gradientDecay: 0, parameterScale: 1 - step.learningRate * step.weightDecay)
    }
}
