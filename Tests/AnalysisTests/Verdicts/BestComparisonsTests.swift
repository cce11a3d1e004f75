import Analysis
import Randomness
import Sweeps
import Testing

@Suite("Comparisons with the best")
struct BestComparisonsTests {
    /// Configurations with these means, whose seeds scatter by `deviation` around them, and by 5 all alike.
    private func samples(_ means: [Double], seeds: Int = 5, deviation: Double = 1, seed: UInt64 = 1) -> [SeedSample] {
        var stream = RandomStream(seed: seed, .data)
        let effects = (0..<seeds).map { _ in 5 * stream.normal() }
        return means.map { mean in SeedSample(effects.map { mean + $0 + deviation * stream.normal() }) }
    }

    @Test("two configurations are compared by their paired differences alone")
    func two() throws {
        let result = try #require(
            BestComparisons([SeedSample([1, 2, 4]), SeedSample([2, 4, 6])], goal: .maximize))
        let comparison = try #require(result.comparisons[0])
        #expect(result.best == 1)
        #expect(result.comparisons[1] == nil)
        #expect(agree(comparison.difference, 5.0 / 3))
        // The differences are 1, 2, 2: their variance is 1/3, the mean's 1/9.
        #expect(agree(comparison.standardError, 1.0 / 3))
        #expect(agree(comparison.ratio, 5))
        #expect(comparison.criticalValue == CriticalValues.borrowed.value(candidates: 2, seeds: 3))
        #expect(comparison.isPaired)
    }

    @Test("a large difference is told apart, a small one is not, and the interval says the same")
    func standing() throws {
        let result = try #require(BestComparisons(samples([20, 19.7, 0]), goal: .maximize))
        let near = try #require(result.comparisons[result.best == 0 ? 1 : 0])
        let far = try #require(result.comparisons[2])
        #expect(!near.isToldApart && near.interval.contains(0))
        #expect(far.isToldApart && far.interval.lower > 0)
        #expect(far.interval.contains(20))
    }

    @Test("what a seed does to all alike cancels out")
    func seedEffect() throws {
        let plain = samples([3, 0, 0])
        let moved = plain.map { sample in
            SeedSample(zip(sample.seeds, sample.values).map { (seed: $0, value: $1 + 1000 * Double($0 * $0)) })
        }
        let first = try #require(BestComparisons(plain, goal: .maximize)?.comparisons[1])
        let second = try #require(BestComparisons(moved, goal: .maximize)?.comparisons[1])
        #expect(agree(first.standardError, second.standardError, within: 1e-8))
    }

    @Test("a spread that is small by accident is raised to the others', a large one stays")
    func spread() throws {
        let result = try #require(
            BestComparisons(
                [
                    SeedSample([9, 10, 11]), SeedSample([8.9, 9.9, 10.9]), SeedSample([6, 8, 7]),
                    SeedSample([-20, 5, 9]),
                ],
                goal: .maximize))
        // Squared standard errors: variances 0, 3 and 201 over three seeds; 68 is the mean of all three.
        #expect(agree(result.typicalVariance, (0 + 3 + 217) / 3.0, within: 1))
        let small = try #require(result.comparisons[1])
        let large = try #require(result.comparisons[3])
        #expect(agree(small.borrowed.standardError, (result.typicalVariance / 3).squareRoot()))
        #expect(large.borrowed.standardError > small.borrowed.standardError)
    }

    @Test("only the better half of the pairs says what spread is typical")
    func betterHalf() throws {
        let good = samples([10, 9, 9, 9, 9, 9, 9], deviation: 0.1)
        let wild = samples([Double](repeating: -100, count: 5), deviation: 50, seed: 2)
        let result = try #require(BestComparisons(good + wild, goal: .maximize))
        #expect(result.typicalVariance < 0.2)
        #expect(result.comparisons[1]?.isToldApart == true)
    }

    @Test("having picked from more configurations widens the interval")
    func candidates() throws {
        let both = samples([2, 0, 0])
        let few = try #require(BestComparisons(both, goal: .maximize)?.comparisons[1])
        let many = try #require(BestComparisons(both, goal: .maximize, candidates: 50)?.comparisons[1])
        #expect(many.borrowed.criticalValue > few.borrowed.criticalValue)
        #expect(many.pooled == nil)
        #expect(many.difference == few.difference)
    }

    @Test("values that are equal in all seeds are told apart, but not by less than the metric's resolution allows")
    func resolution() throws {
        let first = SeedSample([0.9, 0.9, 0.9])
        let second = SeedSample([0.8, 0.8, 0.8])
        let exact = try #require(BestComparisons([first, second], goal: .maximize)?.comparisons[1])
        #expect(exact.isToldApart)
        #expect(exact.ratio == .infinity)
        let coarse = try #require(
            BestComparisons([first, second], goal: .maximize, resolution: 0.1)?.comparisons[1])
        #expect(!coarse.isToldApart)
        let equal = try #require(BestComparisons([first, first], goal: .maximize)?.comparisons[1])
        #expect(!equal.isToldApart)
        #expect(equal.ratio == 0)
    }

    @Test("a configuration with one seed is not compared, and none is where all have one")
    func tooFew() throws {
        let result = try #require(
            BestComparisons([SeedSample([9]), SeedSample([1, 2]), SeedSample([5, 7])], goal: .maximize))
        #expect(result.best == 2)
        #expect(result.comparisons[0] == nil)
        #expect(result.comparisons[1] != nil)
        #expect(BestComparisons([SeedSample([9]), SeedSample([1])], goal: .maximize) == nil)
        #expect(BestComparisons([], goal: .maximize) == nil)
    }

    @Test("the least loss is best where less is better")
    func minimize() throws {
        let result = try #require(BestComparisons(samples([5, 1, 9], deviation: 0.1), goal: .minimize))
        #expect(result.best == 1)
        #expect(result.comparisons.compactMap { $0 }.allSatisfy { $0.difference > 0 && $0.isToldApart })
    }

    @Test("numbers too large to square end in no claim")
    func overflow() throws {
        let result = try #require(
            BestComparisons([SeedSample([1e300, -1e300]), SeedSample([-1e300, -1.5e300])], goal: .maximize))
        let comparison = try #require(result.comparisons.compactMap { $0 }.first)
        #expect(!comparison.isToldApart)
        #expect(comparison.seedsNeeded == nil)
    }
}
