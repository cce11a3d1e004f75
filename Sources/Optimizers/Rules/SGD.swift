import CKernels
public import Settings

/// Stochastic gradient descent, with momentum as PyTorch has it.
///
///     d ← g + λ·w
///     b ← μ·b + (1−τ)·d, in the first step b ← d     (only where μ > 0)
///     w ← w − γ·(d + μ·b) with `nesterov`, else w ← w − γ·b; without momentum w ← w − γ·d
///
/// γ is the learning rate, λ the weight decay, μ `momentum`, τ `dampening`, b `momentum_buffer`.
///
/// Source: I. Sutskever, J. Martens, G. Dahl and G. Hinton, "On the importance of initialization and momentum in deep
/// learning", 2013, eqs. 1–4. As in PyTorch, the learning rate is outside the momentum buffer.
public struct SGD: OptimizerRule {
    public static let defaultLearningRate = 1e-3

    let momentum: Double
    let dampening: Double
    let nesterov: Bool

    public init(_ reader: inout SettingReader) throws(SettingError) {
        momentum = try reader.number("momentum", default: 0, .notNegative)
        dampening = try reader.number("dampening", default: 0)
        nesterov = try reader.bool("nesterov", default: false)
        if nesterov, momentum == 0 || dampening != 0 {
            throw reader.error("nesterov", .bool(true), "it needs a momentum above 0 and no dampening")
        }
    }

    public var buffers: [StateBuffer] { momentum == 0 ? [] : [StateBuffer("momentum_buffer")] }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let scalars = sgd_scalars(
            weight_decay: Float(step.weightDecay), momentum: Float(momentum),
            gradient_scale: step.count == 1 ? 1 : Float(1 - dampening), learning_rate: Float(step.learningRate),
            nesterov: nesterov)
        if momentum == 0 {
            optimizer_sgd_plain(slice.parameters, slice.gradients, slice.count, scalars)
        } else {
            optimizer_sgd_momentum(slice.parameters, slice.gradients, slice.state(0), slice.count, scalars)
        }
    }
}
