import CKernels
import Foundation
public import Settings

/// Stochastic gradient descent that also keeps the average of the parameters over its later steps.
///
///     d ← g + λ·w
///     w ← (1 − Λ·η)·w − η·d
///     a ← a + μ·(w − a)
///     η ← γ / (1 + Λ·γ·t)^α,  μ ← 1 / max(1, t − t₀)      after step t; before the first η = γ, μ = 1
///
/// γ is the learning rate, λ the weight decay, Λ `lambd`, α `alpha`, t₀ `t0`, a `ax`, η `eta`, μ `mu`. As in PyTorch the
/// average is kept beside the parameters, which are those of the last step.
///
/// Source: B. Polyak and A. Juditsky, "Acceleration of stochastic approximation by averaging", 1992, with the step sizes
/// of L. Bottou, "Stochastic gradient descent tricks", 2012.
public struct ASGD: OptimizerRule {
    public static let defaultLearningRate = 1e-2

    let shrinkage: Double
    let exponent: Double
    let averagingStart: Double

    public init(_ reader: inout SettingReader) throws(SettingError) {
        shrinkage = try reader.number("lambd", default: 1e-4, .notNegative)
        exponent = try reader.number("alpha", default: 0.75)
        averagingStart = try reader.number("t0", default: 1e6)
    }

    public var buffers: [StateBuffer] { [StateBuffer("ax")] }

    public var numbers: [StateNumber] { [StateNumber("eta", initial: 0), StateNumber("mu", initial: 1)] }

    public func begin(_ step: inout GroupStep) {
        if step.count == 1 { step.numbers[0] = step.learningRate }
    }

    public func update(_ slice: ParameterSlice, _ step: GroupStep) {
        let (eta, mu) = (step.numbers[0], step.numbers[1])
        let scalars = asgd_scalars(
            weight_decay: Float(step.weightDecay), parameter_scale: Float(1 - shrinkage * eta), step_size: Float(eta),
            average_share: Float(mu))
        optimizer_asgd(slice.parameters, slice.gradients, slice.state(0), slice.count, scalars)
    }

    public func end(_ step: inout GroupStep) {
        let count = Double(step.count)
        step.numbers[0] = step.learningRate / pow(1 + shrinkage * step.learningRate * count, exponent)
        step.numbers[1] = 1 / max(1, count - averagingStart)
    }
}
