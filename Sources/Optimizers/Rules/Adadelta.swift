import CKernels
public import Settings

/// Gradient descent scaled by the ratio of two running root mean squares: of past changes and of the gradient.
///
///     d ← g + λ·w
///     s ← ρ·s + (1−ρ)·d²
///     Δ ← √(a + ε) / √(s + ε) · d
///     a ← ρ·a + (1−ρ)·Δ²
///     w ← w − γ·Δ
///
/// γ is the learning rate, λ the weight decay, ρ `rho`, ε `eps`, s `square_avg`, a `acc_delta`.
///
/// Source: M. Zeiler, "ADADELTA: an adaptive learning rate method", 2012, algorithm 1, which has γ = 1.
public struct Adadelta: OptimizerRule {
    public static let defaultLearningRate = 1.0

    let rho: Double
    let eps: Double

    public init(_ reader: inout SettingReader) throws(SettingError) {
        rho = try reader.number("rho", default: 0.9, .between(0, and: 1))
        eps = try reader.number("eps", default: 1e-6, .notNegative)
    }

    public var buffers: [StateBuffer] { [StateBuffer("square_avg"), StateBuffer("acc_delta")] }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let scalars = adadelta_scalars(
            weight_decay: Float(step.weightDecay), rho: Float(rho), one_minus_rho: Float(1 - rho), eps: Float(eps),
            learning_rate: Float(step.learningRate))
        optimizer_adadelta(slice.parameters, slice.gradients, slice.state(0), slice.state(1), slice.count, scalars)
    }
}
