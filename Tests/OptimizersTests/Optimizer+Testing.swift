import Optimizers
import Settings
import Testing

extension OptimizerKind {
    /// The rule with these options.
    func rule(_ options: [String: SettingValue] = [:]) throws -> any OptimizerRule {
        var reader = SettingReader(options, path: "optimizer")
        guard case .perStep(let rule) = try makeMethod(&reader) else { throw NoRule() }
        return rule
    }

    func fullBatchRule(_ options: [String: SettingValue] = [:]) throws -> LBFGS {
        var reader = SettingReader(options, path: "optimizer")
        guard case .fullBatch(let rule) = try makeMethod(&reader) else { throw NoRule() }
        return rule
    }

    struct NoRule: Error {}
}

extension Optimizer {
    /// One step on arrays.
    func step(_ parameters: inout [Float], _ gradients: [Float], learningRate: Double) {
        parameters.withUnsafeMutableBufferPointer { parameters in
            gradients.withUnsafeBufferPointer {
                step(parameters: parameters, gradients: $0, learningRate: learningRate)
            }
        }
    }

    /// One step on arrays, range by range.
    func step(_ parameters: inout [Float], _ gradients: [Float], learningRate: Double, ranges: [Range<Int>]) {
        begin(learningRate: learningRate)
        for range in ranges {
            parameters.withUnsafeMutableBufferPointer { parameters in
                Array(gradients[range]).withUnsafeBufferPointer { update(range, of: parameters, gradients: $0) }
            }
        }
        end()
    }
}

extension LBFGSOptimizer {
    /// One step on an array, with a loss and its gradient as a function of the parameters.
    @discardableResult
    func step(
        _ parameters: inout [Float], learningRate: Double, _ lossAndGradient: ([Float]) -> (Double, [Float])
    ) -> Double {
        let gradients = UnsafeMutableBufferPointer<Float>.allocate(capacity: parameters.count)
        defer { gradients.deallocate() }
        gradients.initialize(repeating: 0)
        return parameters.withUnsafeMutableBufferPointer { parameters in
            step(
                parameters: parameters, gradients: UnsafeBufferPointer(gradients), learningRate: learningRate
            ) {
                let (loss, gradient) = lossAndGradient(Array(parameters))
                for (index, value) in gradient.enumerated() { gradients[index] = value }
                return loss
            }
        }
    }
}

/// Numbers between -1 and 1, the same in every run.
func noise(_ count: Int, seed: UInt64) -> [Float] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(Int64(bitPattern: state) >> 40) / Float(1 << 23)
    }
}
