import CKernels
public import Settings

/// Gradient descent along an exponentially weighted average of the gradients.
///
///     v ← β·v + (1−β)·g, v₀ = 0
///     w ← w − γ·v
///
/// γ is the learning rate, β `beta`; with a weight decay λ, g + λ·w stands for g. The average is not corrected for its
/// start at zero. Unlike momentum in `SGD`, the gradient comes in scaled by 1−β.
///
/// Source: A. Ng, "Improving Deep Neural Networks" (course), 2017, week 2, "Gradient descent with momentum".
public struct Momentum: OptimizerRule {
    public static let defaultLearningRate = 1e-2

    let beta: Double

    public init(_ reader: inout SettingReader) throws(SettingError) {
        beta = try reader.number("beta", default: 0.9, .fraction)
    }

    public var buffers: [StateBuffer] { [StateBuffer("momentum_buffer")] }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let scalars = momentum_scalars(
            weight_decay: Float(step.weightDecay), beta: Float(beta), one_minus_beta: Float(1 - beta),
            learning_rate: Float(step.learningRate))
        optimizer_momentum(slice.parameters, slice.gradients, slice.state(0), slice.count, scalars)
    }
}
