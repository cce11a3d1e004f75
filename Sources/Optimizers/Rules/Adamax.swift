import CKernels
public import Settings

/// Adam with the largest recent gradient in place of the root mean square.
///
///     d ← g + λ·w
///     m ← β₁·m + (1−β₁)·d
///     u ← max(β₂·u, |d| + ε)
///     w ← w − γ/(1−β₁ᵗ) · m / u                  in step t
///
/// γ is the learning rate, λ the weight decay, β₁ and β₂ `betas`, ε `eps`, m `exp_avg`, u `exp_inf`.
///
/// Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 2; ε is PyTorch's.
public struct Adamax: OptimizerRule {
    public static let defaultLearningRate = 2e-3

    let beta1: Double
    let beta2: Double
    let eps: Double

    public init(_ reader: inout SettingReader) throws(SettingError) {
        (beta1, beta2) = try reader.betas()
        eps = try reader.number("eps", default: 1e-8, .notNegative)
    }

    public var buffers: [StateBuffer] { [StateBuffer("exp_avg"), StateBuffer("exp_inf")] }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let scalars = adamax_scalars(
            weight_decay: Float(step.weightDecay), one_minus_beta1: Float(1 - beta1), beta2: Float(beta2),
            eps: Float(eps), step_size: Float(step.learningRate / biasCorrectionTerm(beta1, step.count)))
        optimizer_adamax(slice.parameters, slice.gradients, slice.state(0), slice.state(1), slice.count, scalars)
    }
}
