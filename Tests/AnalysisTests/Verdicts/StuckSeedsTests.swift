import Randomness
import Sweeps
import Testing

@testable import Analysis

@Suite("Stuck seeds")
struct StuckSeedsTests {
    /// 40 configurations of three seeds near 0.97, of which `mixed` have one seed at 0.1 and the last one has all.
    static func samples(mixed: Int, seed: UInt64 = 1) -> [SeedSample] {
        var stream = RandomStream(seed: seed, .data)
        return (0..<40).map { configuration in
            SeedSample(
                (0..<3).map { index in
                    let isStuck = configuration == 39 || (index == 0 && configuration < mixed)
                    return (isStuck ? 0.1 : 0.97) + 0.004 * stream.normal()
                })
        }
    }

    @Test("where single seeds get stuck often, a configuration of only stuck seeds is no finding")
    func chance() throws {
        let comparisons = try #require(BestComparisons(Self.samples(mixed: 20), goal: .maximize)).comparisons
        #expect(comparisons[39]?.isToldApart == false)
        #expect((comparisons[39]?.interval.lower ?? 1) < 0)
    }

    @Test("where none or few do, it is one", arguments: [0, 1, 4])
    func finding(mixed: Int) throws {
        let comparisons = try #require(BestComparisons(Self.samples(mixed: mixed), goal: .maximize)).comparisons
        #expect(comparisons[39]?.isToldApart == true)
    }

    @Test("more configurations of only stuck seeds than chance explains are findings")
    func many() throws {
        var samples = Self.samples(mixed: 10)
        for index in 30..<40 { samples[index] = SeedSample([0.1, 0.101, 0.099 + 0.0001 * Double(index)]) }
        let comparisons = try #require(BestComparisons(samples, goal: .maximize)).comparisons
        #expect((30..<40).allSatisfy { comparisons[$0]?.isToldApart == true })
    }

    @Test("the same holds where less is better, and where seeds differ between configurations")
    func otherGoals() throws {
        let samples = Self.samples(mixed: 20)
        let losses = samples.map { SeedSample($0.values.map { -$0 }) }
        #expect(try #require(BestComparisons(losses, goal: .minimize)).comparisons[39]?.isToldApart == false)
        let own = samples.enumerated().map { number, sample in
            SeedSample(sample.values.enumerated().map { (seed: 3 * number + $0.offset, value: $0.element) })
        }
        #expect(try #require(BestComparisons(own, goal: .maximize)).comparisons[39]?.isToldApart == false)
    }
}
