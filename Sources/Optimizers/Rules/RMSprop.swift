import CKernels
public import Settings

/// Gradient descent divided by a running root mean square of the gradient.
///
///     d ← g + λ·w
///     v ← α·v + (1−α)·d²
///     ḡ ← α·ḡ + (1−α)·d                        with `centered`
///     s ← √v + ε, with `centered` √(v − ḡ²) + ε;   ε under the root with `eps_inside_sqrt`
///     b ← μ·b + d/s, w ← w − γ·b               without momentum w ← w − γ·d/s
///
/// γ is the learning rate, λ the weight decay, α `alpha`, ε `eps`, μ `momentum`; v `square_avg`, ḡ `grad_avg`, b
/// `momentum_buffer`. With `bias_correction`, v/(1−αᵗ) stands for v in s, in step t.
///
/// Source: T. Tieleman and G. Hinton, "Lecture 6.5 – RMSprop" (Coursera), 2012; centred: A. Graves, "Generating
/// sequences with recurrent neural networks", 2013, eqs. 38–45. Departs from PyTorch in that a centred v − ḡ² that
/// rounding made negative counts as 0, where PyTorch has NaN.
public struct RMSprop: OptimizerRule {
    public static let defaultLearningRate = 1e-2

    let alpha: Double
    let eps: Double
    let momentum: Double
    let centered: Bool
    let biasCorrection: Bool
    let epsInsideRoot: Bool

    public init(_ reader: inout SettingReader) throws(SettingError) {
        alpha = try reader.number("alpha", default: 0.99, .fraction)
        eps = try reader.number("eps", default: 1e-8, .notNegative)
        momentum = try reader.number("momentum", default: 0, .notNegative)
        centered = try reader.bool("centered", default: false)
        biasCorrection = try reader.bool("bias_correction", default: false)
        if centered, biasCorrection {
            throw reader.error(
                "bias_correction", .bool(true), "it cannot go with 'centered': after one step the variance would be 0")
        }
        epsInsideRoot = try reader.bool("eps_inside_sqrt", default: false)
    }

    public var buffers: [StateBuffer] {
        var buffers = [StateBuffer("square_avg")]
        if centered { buffers.append(StateBuffer("grad_avg")) }
        if momentum > 0 { buffers.append(StateBuffer("momentum_buffer")) }
        return buffers
    }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let correction = biasCorrection ? 1 / biasCorrectionTerm(alpha, step.count) : 1
        let scalars = rmsprop_scalars(
            weight_decay: Float(step.weightDecay), alpha: Float(alpha), one_minus_alpha: Float(1 - alpha),
            correction: Float(correction), eps_inside: epsInsideRoot ? Float(eps) : 0,
            eps_outside: epsInsideRoot ? 0 : Float(eps), momentum: Float(momentum),
            learning_rate: Float(step.learningRate))
        let (w, g, count) = (slice.parameters, slice.gradients, slice.count)
        switch (centered, momentum > 0) {
        case (false, false): optimizer_rmsprop(w, g, slice.state(0), count, scalars)
        case (false, true): optimizer_rmsprop_momentum(w, g, slice.state(0), slice.state(1), count, scalars)
        case (true, false): optimizer_rmsprop_centered(w, g, slice.state(0), slice.state(1), count, scalars)
        case (true, true):
            optimizer_rmsprop_centered_momentum(
                w, g, slice.state(0), slice.state(1), slice.state(2), count, scalars)
        }
    }
}
