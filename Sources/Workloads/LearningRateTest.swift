import Datasets
import Training

/// What a learning-rate range test found out about a configuration.
public struct LearningRateTest: Hashable, Sendable {
    /// One step of the test.
    public struct Step: Hashable, Sendable {
        public let rate: Double
        /// Of the step's batch, before its update.
        public let loss: Double
        /// Over this and earlier steps.
        public let smoothedLoss: Double
    }

    /// Rates to search, both with two digits.
    public struct Range: Hashable, Sendable {
        /// Below it the loss has hardly begun to fall.
        public let least: Double
        /// Above it the loss grows.
        public let most: Double
        /// Whether the loss fell from the lowest rate on, so that the range may begin earlier.
        public let startsFalling: Bool
        /// Whether the loss fell to the highest rate, so that the range may end later.
        public let endsFalling: Bool
    }

    public let steps: [Step]
    /// Whether the test ended early since the loss had grown fourfold or was no number.
    public let hasDiverged: Bool
    /// nil where the loss did not fall by more than chance would have it.
    public let range: Range?

    /// The fewest steps of a test.
    public static let fewestSteps = LearningRateLadder.fewestSteps

    init(_ curve: LearningRateCurve) {
        steps = curve.points.map { Step(rate: $0.rate, loss: $0.loss, smoothedLoss: $0.smoothed) }
        hasDiverged = curve.hasDiverged
        range = curve.suggestion.map { suggestion in
            Range(
                least: RoundedRate.down(suggestion.least), most: RoundedRate.up(suggestion.most),
                startsFalling: suggestion.startsFalling, endsFalling: suggestion.endsFalling)
        }
    }
}

extension Workload {
    /// Trains from the start with learning rates that grow by the same factor from step to step, as far as the loss
    /// allows. The configuration's own rate and schedules do not count; equal arguments give equal results.
    ///
    /// - Parameters:
    ///   - lowest: above 0.
    ///   - highest: finite, and above `lowest`.
    ///   - steps: at least `LearningRateTest.fewestSteps`.
    /// Throws as `train` does.
    public func testLearningRates(
        from lowest: Double, to highest: Double, steps: Int, seed: Int
    ) throws -> LearningRateTest {
        let split = try split(seed: seed)
        let seed = UInt64(bitPattern: Int64(seed))
        let ladder = LearningRateLadder(from: lowest, to: highest, steps: steps)
        let test = LearningRateRangeTest(plan(seed: seed), ladder)
        return LearningRateTest(try test.run(makeNetwork(split, seed: seed), split.train))
    }
}
