import CKernels
public import Settings

/// Adam that leaves an entry whose gradient is exactly zero as it is: its parameter and its moments.
///
///     m ← β₁·m + (1−β₁)·g
///     v ← β₂·v + (1−β₂)·g²
///     w ← w − γ·√(1−β₂ᵗ)/(1−β₁ᵗ) · m / (√v + ε)      where g ≠ 0, in step t
///
/// γ is the learning rate, β₁ and β₂ `betas`, ε `eps`, m `exp_avg`, v `exp_avg_sq`; t counts all steps.
///
/// Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015, the efficient form at the end of
/// section 2, on the entries of a sparse gradient as in PyTorch. PyTorch tells the entries by the gradient's layout, here
/// they are told by the gradient's value.
public struct SparseAdam: OptimizerRule {
    public static let defaultLearningRate = 1e-3
    public static let hasWeightDecay = false

    let beta1: Double
    let beta2: Double
    let eps: Double

    public init(_ reader: inout SettingReader) throws(SettingError) {
        (beta1, beta2) = try reader.betas()
        eps = try reader.number("eps", default: 1e-8, .positive)
    }

    public var buffers: [StateBuffer] { [StateBuffer("exp_avg"), StateBuffer("exp_avg_sq")] }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let root2 = biasCorrectionTerm(beta2, step.count).squareRoot()
        let scalars = sparse_adam_scalars(
            one_minus_beta1: Float(1 - beta1), beta2: Float(beta2), one_minus_beta2: Float(1 - beta2),
            step_size: Float(step.learningRate * root2 / biasCorrectionTerm(beta1, step.count)), eps: Float(eps))
        optimizer_sparse_adam(slice.parameters, slice.gradients, slice.state(0), slice.state(1), slice.count, scalars)
    }
}
