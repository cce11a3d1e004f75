import Foundation
import Optimizers
import Settings
import Testing

@Suite struct OptimizerReferenceTests {
    @Test("all of PyTorch's cases are there, each with all its numbers")
    func everyCase() throws {
        let cases = try Reference.optimizers()
        #expect(cases.count == 25)
        for reference in cases {
            let count = reference.initial.flatMap(\.flat).count
            #expect(reference.expected.allSatisfy { $0.flatMap(\.flat).count == count })
            #expect(reference.expected.count == (reference.quadratic == nil ? 25 : 5))
        }
    }

    @Test(
        "each step is PyTorch's, element by element",
        arguments: try Reference.optimizers().filter { $0.gradients != nil })
    func perStep(_ reference: Reference.OptimizerCase) throws {
        let kind = try #require(OptimizerKind(rawValue: reference.optimizer))
        var settings = reference.options
        let learningRate = try #require(settings.removeValue(forKey: "lr")?.number)
        let weightDecay = settings.removeValue(forKey: "weight_decay")?.number ?? kind.defaultWeightDecay
        let rule = try kind.rule(settings)
        var parameters = reference.initial.flatMap(\.flat).map(Float.init)
        let group = ParameterGroup(ranges: [0..<parameters.count], weightDecay: weightDecay)
        let optimizer = Optimizer(rule, parameterCount: parameters.count, groups: [group])
        for (step, (tensors, expected)) in zip(try #require(reference.gradients), reference.expected).enumerated() {
            optimizer.step(&parameters, tensors.flatMap(\.flat).map(Float.init), learningRate: learningRate)
            for (index, (parameter, wanted)) in zip(parameters, expected.flatMap(\.flat)).enumerated() {
                // Float keeps 6e-8 of a number; 25 steps with a root and a quotient each lose a few times that.
                let tolerance = 3e-6 * max(1, wanted.magnitude)
                #expect(abs(Double(parameter) - wanted) <= tolerance, "step \(step + 1), element \(index)")
            }
        }
        #expect(reference.expected.count == 25)
    }

    @Test("each step of L-BFGS is PyTorch's", arguments: try Reference.optimizers().filter { $0.quadratic != nil })
    func fullBatch(_ reference: Reference.OptimizerCase) throws {
        let quadratic = try #require(reference.quadratic)
        var settings = reference.options
        let learningRate = try #require(settings.removeValue(forKey: "lr")?.number)
        var parameters = reference.initial.flatMap(\.flat).map(Float.init)
        let optimizer = LBFGSOptimizer(
            try OptimizerKind.lbfgs.fullBatchRule(settings), parameterCount: parameters.count)
        for (step, expected) in reference.expected.enumerated() {
            optimizer.step(&parameters, learningRate: learningRate) { quadratic.lossAndGradient($0) }
            for (index, (parameter, wanted)) in zip(parameters, expected.flatMap(\.flat)).enumerated() {
                // Each direction rests on differences of Float gradients.
                #expect(
                    abs(Double(parameter) - wanted) <= 1e-5 * max(1, wanted.magnitude), "step \(step), element \(index)"
                )
            }
        }
    }
}

extension Reference.OptimizerCase.Quadratic {
    /// ½·xᵀAx − bᵀx and Ax − b.
    func lossAndGradient(_ parameters: [Float]) -> (Double, [Float]) {
        let x = parameters.map(Double.init)
        let product = A.map { row in zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } }
        let loss = x.indices.reduce(0) { $0 + x[$1] * (product[$1] / 2 - b[$1]) }
        return (loss, zip(product, b).map { Float($0 - $1) })
    }
}
