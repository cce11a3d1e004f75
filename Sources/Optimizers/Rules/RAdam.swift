import CKernels
import Foundation
public import Settings

/// Adam whose adaptive rate is held back while it rests on few gradients.
///
///     d ← g + λ·w
///     m ← β₁·m + (1−β₁)·d
///     v ← β₂·v + (1−β₂)·d²
///     ρ∞ = 2/(1−β₂) − 1,  ρₜ = ρ∞ − 2·t·β₂ᵗ/(1−β₂ᵗ)
///     ρₜ > 5:  r = √((ρₜ−4)(ρₜ−2)ρ∞ / ((ρ∞−4)(ρ∞−2)ρₜ)),  w ← w − γ·r·√(1−β₂ᵗ)·(m/(1−β₁ᵗ)) / (√v + ε)
///     else:    w ← w − γ·m/(1−β₁ᵗ)                                                          in step t
///
/// γ is the learning rate, λ the weight decay, β₁ and β₂ `betas`, ε `eps`, m `exp_avg`, v `exp_avg_sq`. With
/// `decoupled_weight_decay`, w is scaled by 1 − γ·λ and d is g, as in `AdamW`.
///
/// Source: L. Liu et al., "On the variance of the adaptive learning rate and beyond", 2020, algorithm 2, with PyTorch's
/// bound of 5 for ρₜ, where the paper has 4.
public struct RAdam: OptimizerRule {
    public static let defaultLearningRate = 1e-3

    let beta1: Double
    let beta2: Double
    let eps: Double
    let isDecayDecoupled: Bool

    public init(_ reader: inout SettingReader) throws(SettingError) {
        (beta1, beta2) = try reader.betas()
        eps = try reader.number("eps", default: 1e-8, .notNegative)
        isDecayDecoupled = try reader.bool("decoupled_weight_decay", default: false)
    }

    public var buffers: [StateBuffer] { [StateBuffer("exp_avg"), StateBuffer("exp_avg_sq")] }

    /// r in step `count`; nil where ρₜ is at most 5.
    private func rectification(_ count: Int) -> Double? {
        let limit = 2 / (1 - beta2) - 1
        let length = limit - 2 * Double(count) * pow(beta2, Double(count)) / biasCorrectionTerm(beta2, count)
        guard length > 5 else { return nil }
        return ((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length)).squareRoot()
    }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let rectification = rectification(step.count)
        let factor = rectification.map { $0 * biasCorrectionTerm(beta2, step.count).squareRoot() } ?? 1
        let scalars = radam_scalars(
            weight_decay: isDecayDecoupled ? 0 : Float(step.weightDecay),
            parameter_scale: isDecayDecoupled ? Float(1 - step.learningRate * step.weightDecay) : 1,
            one_minus_beta1: Float(1 - beta1), beta2: Float(beta2), one_minus_beta2: Float(1 - beta2), eps: Float(eps),
            step_size: Float(step.learningRate * factor / biasCorrectionTerm(beta1, step.count)),
            rectified: rectification != nil)
        optimizer_radam(slice.parameters, slice.gradients, slice.state(0), slice.state(1), slice.count, scalars)
    }
}
