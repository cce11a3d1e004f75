import Networks
import Optimizers
import Settings
import Testing

@testable import Training

struct LearningRateRangeTestTests {
    private static func curve(
        _ optimizer: OptimizerKind = .sgd, steps: Int = 60, _ change: (inout SmallTraining) throws -> Void = { _ in }
    ) throws -> LearningRateCurve {
        var small = try SmallTraining(optimizer)
        small.architecture = Architecture(inputs: 4, hidden: [6], outputs: 3)
        small.plan.batchSize = optimizer == .lbfgs ? .full : .count(50)
        small.data.train = SmallTraining.blobs(600, seed: 1)
        try change(&small)
        let ladder = LearningRateLadder(from: 1e-4, to: 1e4, steps: steps)
        return try LearningRateRangeTest(small.plan, ladder)
            .run(Network(small.architecture, seed: 3), small.data.train)
    }

    @Test(arguments: OptimizerKind.allCases) func `every optimizer can be tested, twice alike`(kind: OptimizerKind)
        throws
    {
        let curve = try Self.curve(kind)
        #expect(curve.points.count > 10 && curve.points[0].rate == 1e-4)
        #expect(try Self.curve(kind) == curve)
    }

    @Test func `stops where the loss explodes`() throws {
        let curve = try Self.curve()
        #expect(curve.hasDiverged && curve.points.count < 60)
        let range = try #require(curve.suggestion)
        #expect(range.least < 0.3 && 0.1 < range.most && range.most < 100)
    }

    @Test func `the plan's own rate and schedules do not count`() throws {
        let curve = try Self.curve()
        let other = try Self.curve { small in
            small.plan.learningRate = 123
            small.plan.decay = .constant
        }
        #expect(other == curve)
        func grouped(_ decay: LearningRateDecay?) throws -> LearningRateCurve {
            try Self.curve { $0.plan.parameterGroups = [ParameterGroupRule(match: "layers.0.*", decay: decay)] }
        }
        var halving = SettingReader(["name": .string("exponential"), "gamma": .double(0.5)])
        #expect(try grouped(LearningRateDecay(&halving)) == grouped(nil))
    }

    @Test func `other seeds, batches and scales give other curves`() throws {
        let curve = try Self.curve()
        #expect(try Self.curve { $0.plan.seed = 4 } != curve)
        #expect(try Self.curve { $0.plan.batchSize = .full } != curve)
        #expect(
            try Self.curve { $0.plan.parameterGroups = [ParameterGroupRule(match: "*", learningRateScale: 0.1)] }
                != curve)
    }
}
