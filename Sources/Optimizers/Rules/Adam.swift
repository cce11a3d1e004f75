import CKernels
public import Settings

/// Adaptive moment estimation.
///
///     d ← g + λ·w
///     m ← β₁·m + (1−β₁)·d
///     v ← β₂·v + (1−β₂)·d²
///     w ← w − γ·(m/(1−β₁ᵗ)) / (√(v/(1−β₂ᵗ)) + ε)      in step t
///
/// γ is the learning rate, λ the weight decay, β₁ and β₂ `betas`, ε `eps`, m `exp_avg`, v `exp_avg_sq`. With `amsgrad`
/// the largest v so far (`max_exp_avg_sq`) stands for v in the last line; with `bias_correction: false` m and v stand
/// there uncorrected.
///
/// Source: D. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1, in the efficient form
/// at the end of its section 2, with ε scaled so that it means the same; S. Reddi, S. Kale and S. Kumar, "On the
/// convergence of Adam and beyond", 2018, algorithm 2.
public struct Adam: OptimizerRule {
    public static let defaultLearningRate = 1e-3

    let options: AdamOptions

    public init(_ reader: inout SettingReader) throws(SettingError) {
        options = try AdamOptions(&reader)
    }

    public var buffers: [StateBuffer] { options.buffers }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        options.update(slice, step, gradientDecay: step.weightDecay, parameterScale: 1)
    }
}

/// What the rules of Adam's family with two kinds of weight decay share: options, state and the pass.
struct AdamOptions: Sendable {
    let beta1: Double
    let beta2: Double
    let eps: Double
    let amsgrad: Bool
    let biasCorrection: Bool

    init(_ reader: inout SettingReader) throws(SettingError) {
        (beta1, beta2) = try reader.betas()
        eps = try reader.number("eps", default: 1e-8, .notNegative)
        amsgrad = try reader.bool("amsgrad", default: false)
        biasCorrection = try reader.bool("bias_correction", default: true)
    }

    var buffers: [StateBuffer] {
        let moments = [StateBuffer("exp_avg"), StateBuffer("exp_avg_sq")]
        return amsgrad ? moments + [StateBuffer("max_exp_avg_sq")] : moments
    }

    /// d = g + `gradientDecay`·w, and w is scaled by `parameterScale` before it moves.
    func update(_ slice: ParameterSlice, _ step: GroupStep, gradientDecay: Double, parameterScale: Double) {
        let correction1 = biasCorrection ? biasCorrectionTerm(beta1, step.count) : 1
        let root2 = biasCorrection ? biasCorrectionTerm(beta2, step.count).squareRoot() : 1
        let scalars = adam_scalars(
            weight_decay: Float(gradientDecay), parameter_scale: Float(parameterScale),
            one_minus_beta1: Float(1 - beta1), beta2: Float(beta2), one_minus_beta2: Float(1 - beta2),
            step_size: Float(step.learningRate * root2 / correction1), eps: Float(eps * root2))
        let (m, v) = (slice.state(0), slice.state(1))
        if amsgrad {
            optimizer_adam_amsgrad(slice.parameters, slice.gradients, m, v, slice.state(2), slice.count, scalars)
        } else {
            optimizer_adam(slice.parameters, slice.gradients, m, v, slice.count, scalars)
        }
    }
}
