import CKernels
public import Settings

/// Gradient descent divided by the root of the sum of all squared gradients.
///
///     d ← g + λ·w
///     s ← s + d²
///     w ← w − γ/(1+(t−1)·η) · d / (√s + ε)      in step t
///
/// γ is the learning rate, λ the weight decay, η `lr_decay`, ε `eps`, s `sum`, which starts at
/// `initial_accumulator_value`.
///
/// Source: J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for online learning and stochastic
/// optimization", 2011, eq. 1 with a diagonal matrix; η is PyTorch's.
public struct Adagrad: OptimizerRule {
    public static let defaultLearningRate = 1e-2

    let learningRateDecay: Double
    let initialAccumulator: Double
    let eps: Double

    public init(_ reader: inout SettingReader) throws(SettingError) {
        learningRateDecay = try reader.number("lr_decay", default: 0, .notNegative)
        initialAccumulator = try reader.number("initial_accumulator_value", default: 0, .notNegative)
        eps = try reader.number("eps", default: 1e-10, .notNegative)
    }

    public var buffers: [StateBuffer] { [StateBuffer("sum", initial: Float(initialAccumulator))] }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let decayed = step.learningRate / (1 + Double(step.count - 1) * learningRateDecay)
        let scalars = adagrad_scalars(
            weight_decay: Float(step.weightDecay), step_size: Float(decayed), eps: Float(eps))
        optimizer_adagrad(slice.parameters, slice.gradients, slice.state(0), slice.count, scalars)
    }
}
