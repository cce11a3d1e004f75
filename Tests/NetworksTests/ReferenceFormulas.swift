import Foundation

@testable import Networks

/// The activations and losses in double precision, as the literature writes them.
enum ReferenceFormulas {
    static func value(of activation: Activation) -> (Double) -> Double {
        switch activation {
        case .relu: { max($0, 0) }
        case .leakyRelu: { $0 > 0 ? $0 : 0.01 * $0 }
        case .elu: { $0 > 0 ? $0 : expm1($0) }
        case .gelu: { $0 * erfc(-$0 / 2.0.squareRoot()) / 2 }
        case .silu: { $0 / (1 + exp(-$0)) }
        case .sigmoid: { 1 / (1 + exp(-$0)) }
        case .tanh: { Foundation.tanh($0) }
        case .softplus: { max($0, 0) + log1p(exp(-abs($0))) }
        }
    }

    /// The mean loss of one row of outputs.
    static func value(
        of kind: LossKind, outputs: [Double], target: Target, smoothing: Double = 0
    ) -> Double {
        switch (kind, target) {
        case (.crossEntropy, .label(let label)):
            let largest = outputs.max() ?? 0
            let total = log(outputs.reduce(0) { $0 + exp($1 - largest) }) + largest
            let even = smoothing / Double(outputs.count)
            return outputs.enumerated().reduce(0) { sum, output in
                sum + (even + (output.offset == label ? 1 - smoothing : 0)) * (total - output.element)
            }
        case (_, .numbers(let numbers)):
            let terms = zip(outputs, numbers).map { term(kind, $0, $1, smoothing) }
            return terms.reduce(0, +) / Double(terms.count)
        case (_, .label): return .nan
        }
    }

    enum Target: Sendable {
        case label(Int)
        case numbers([Double])
    }

    private static func term(_ kind: LossKind, _ x: Double, _ y: Double, _ smoothing: Double) -> Double {
        let d = abs(x - y)
        switch kind {
        case .crossEntropy: return .nan
        case .binaryCrossEntropy:
            let t = y * (1 - smoothing) + smoothing / 2
            return max(x, 0) - x * t + log1p(exp(-abs(x)))
        case .meanSquaredError: return d * d
        case .meanAbsoluteError: return d
        case .smoothL1: return d < 0.8 ? d * d / 1.6 : d - 0.4
        case .huber: return d < 0.7 ? d * d / 2 : 0.7 * (d - 0.35)
        }
    }

    /// The losses with the options that the formulas above have.
    static func loss(_ kind: LossKind, smoothing: Double = 0) -> any Loss {
        switch kind {
        case .crossEntropy: CrossEntropy(labelSmoothing: smoothing)
        case .binaryCrossEntropy: BinaryCrossEntropy(labelSmoothing: smoothing)
        case .meanSquaredError: MeanSquaredError()
        case .meanAbsoluteError: MeanAbsoluteError()
        case .smoothL1: SmoothL1(beta: 0.8)
        case .huber: Huber(delta: 0.7)
        }
    }
}
