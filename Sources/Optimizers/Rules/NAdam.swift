import CKernels
import Foundation
public import Settings

/// Adam with Nesterov's look ahead along the momentum, whose weight grows from step to step.
///
///     μₜ = β₁·(1 − 0.96^(t·ψ) / 2),  Πₜ = μ₁·…·μₜ
///     d ← g + λ·w
///     m ← β₁·m + (1−β₁)·d
///     v ← β₂·v + (1−β₂)·d²
///     w ← w − γ·(μₜ₊₁·m/(1−Πₜ₊₁) + (1−μₜ)·d/(1−Πₜ)) / (√(v/(1−β₂ᵗ)) + ε)      in step t
///
/// γ is the learning rate, λ the weight decay, β₁ and β₂ `betas`, ε `eps`, ψ `momentum_decay`, m `exp_avg`, v
/// `exp_avg_sq`, Π `mu_product`. With `decoupled_weight_decay`, w is scaled by 1 − γ·λ and d is g, as in `AdamW`.
///
/// Source: T. Dozat, "Incorporating Nesterov momentum into Adam", 2016, algorithm 2, with the momentum schedule and the
/// bias corrections of PyTorch. √(1−β₂ᵗ) is multiplied into γ and ε, which rounds differently and means the same.
public struct NAdam: OptimizerRule {
    public static let defaultLearningRate = 2e-3

    let beta1: Double
    let beta2: Double
    let eps: Double
    let momentumDecay: Double
    let isDecayDecoupled: Bool

    public init(_ reader: inout SettingReader) throws(SettingError) {
        (beta1, beta2) = try reader.betas()
        eps = try reader.number("eps", default: 1e-8, .notNegative)
        momentumDecay = try reader.number("momentum_decay", default: 4e-3, .notNegative)
        isDecayDecoupled = try reader.bool("decoupled_weight_decay", default: false)
    }

    public var buffers: [StateBuffer] { [StateBuffer("exp_avg"), StateBuffer("exp_avg_sq")] }

    public var numbers: [StateNumber] { [StateNumber("mu_product", initial: 1)] }

    private func momentum(_ count: Int) -> Double {
        beta1 * (1 - 0.5 * pow(0.96, Double(count) * momentumDecay))
    }

    public func begin(_ step: inout GroupStep) {
        step.numbers[0] *= momentum(step.count)
    }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let (now, next, product) = (momentum(step.count), momentum(step.count + 1), step.numbers[0])
        let root2 = biasCorrectionTerm(beta2, step.count).squareRoot()
        let rate = step.learningRate * root2
        let scalars = nadam_scalars(
            weight_decay: isDecayDecoupled ? 0 : Float(step.weightDecay),
            parameter_scale: isDecayDecoupled ? Float(1 - step.learningRate * step.weightDecay) : 1,
            one_minus_beta1: Float(1 - beta1), beta2: Float(beta2), one_minus_beta2: Float(1 - beta2),
            eps: Float(eps * root2), gradient_step: Float(rate * (1 - now) / (1 - product)),
            mean_step: Float(rate * next / (1 - product * next)))
        optimizer_nadam(slice.parameters, slice.gradients, slice.state(0), slice.state(1), slice.count, scalars)
    }
}
