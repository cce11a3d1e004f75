import Analysis
import Sweeps
import Testing

@Suite("Probability of doing better")
struct OutperformanceProbabilityTests {
    @Test("its interval is scipy's exact one of a proportion")
    func interval() throws {
        for expected in try ReferenceNumbers.read().proportions {
            let first = SeedSample((0..<expected.count).map { $0 < expected.wins ? 1.0 : -1.0 })
            let second = SeedSample([Double](repeating: 0, count: expected.count))
            let probability = try #require(OutperformanceProbability(of: first, over: second, goal: .maximize))
            #expect(agree(probability.value, Double(expected.wins) / Double(expected.count)))
            #expect(agree(probability.interval.lower, expected.interval[0]))
            #expect(agree(probability.interval.upper, expected.interval[1]))
        }
    }

    @Test("the interval of five of five seeds reaches below one half, that of six of six does not")
    func fewSeeds() throws {
        let zeros = SeedSample([Double](repeating: 0, count: 6))
        let five = try #require(
            OutperformanceProbability(of: SeedSample([1, 1, 1, 1, 1]), over: zeros, goal: .maximize))
        let six = try #require(
            OutperformanceProbability(of: SeedSample([1, 1, 1, 1, 1, 1]), over: zeros, goal: .maximize))
        #expect(five.value == 1)
        #expect(five.interval.lower < 0.5)
        #expect(six.interval.lower > 0.5)
    }

    @Test("a tie counts half, and less wins where less is better")
    func ties() throws {
        let first = SeedSample([1, 2, 3, 4])
        let second = SeedSample([1, 3, 4, 5])
        let more = try #require(OutperformanceProbability(of: first, over: second, goal: .maximize))
        let less = try #require(OutperformanceProbability(of: first, over: second, goal: .minimize))
        #expect(more.value == 0.125)
        #expect(less.value == 0.875)
        #expect(more.isPaired)
    }

    @Test("with other seeds each value is compared with each")
    func unpaired() throws {
        let first = SeedSample([1, 4])
        let second = SeedSample([(seed: 7, value: 0.0), (seed: 8, value: 2), (seed: 9, value: 3)])
        let probability = try #require(OutperformanceProbability(of: first, over: second, goal: .maximize))
        #expect(!probability.isPaired)
        #expect(agree(probability.value, 4.0 / 6))
        #expect(probability.comparisons == 2)
        #expect(OutperformanceProbability(of: SeedSample([]), over: second, goal: .maximize) == nil)
    }
}
