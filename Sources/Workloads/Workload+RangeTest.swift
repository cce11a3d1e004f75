import Datasets
public import Sweeps
import Training

extension LearningRateTest {
    /// The fewest steps of a test.
    public static let fewestSteps = LearningRateLadder.fewestSteps

    fileprivate init(_ curve: LearningRateCurve) {
        let steps = curve.points.map { Step(rate: $0.rate, loss: $0.loss, smoothedLoss: $0.smoothed) }
        let range = curve.suggestion.map { suggestion in
            Range(
                least: RoundedRate.down(suggestion.least), most: RoundedRate.up(suggestion.most),
                startsFalling: suggestion.startsFalling, endsFalling: suggestion.endsFalling)
        }
        self.init(steps: steps, firstSteps: Self.fewestSteps, hasDiverged: curve.hasDiverged, range: range)
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
