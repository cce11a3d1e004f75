import Sweeps
import Testing

@testable import Analysis

@Suite("Differences between configurations")
struct PairedDifferenceTests {
    private let reference: ReferenceNumbers

    init() throws { reference = try ReferenceNumbers.read() }

    private func sample(_ name: String, firstSeed: Int = 1) throws -> SeedSample {
        let values = try #require(reference.summaries[name]).values
        return SeedSample(values.enumerated().map { (seed: firstSeed + $0.offset, value: $0.element) })
    }

    @Test("values of the same seeds are compared in pairs, as scipy's paired t test does")
    func paired() throws {
        let difference = try #require(
            PairedDifference(of: sample("ten"), over: sample("shifted"), goal: .maximize))
        #expect(difference.isPaired)
        #expect(difference.count == 10)
        #expect(agree(difference.mean, try #require(reference.paired.difference)))
        let error = (difference.variance / Double(difference.count)).squareRoot()
        #expect(agree(difference.mean / error, reference.paired.ratio))
    }

    @Test("values of other seeds are compared as scipy's Welch test does")
    func unpaired() throws {
        let difference = try #require(
            PairedDifference(of: sample("ten"), over: sample("five", firstSeed: 100), goal: .maximize))
        #expect(!difference.isPaired)
        #expect(difference.count == 5)
        let error = (difference.variance / Double(difference.count)).squareRoot()
        #expect(agree(difference.mean / error, reference.welch.ratio))
    }

    @Test("where less is better the sign turns")
    func sign() throws {
        let first = SeedSample([1, 2, 3])
        let second = SeedSample([2, 3.5, 4])
        #expect(try #require(PairedDifference(of: first, over: second, goal: .maximize)).mean < 0)
        #expect(try #require(PairedDifference(of: first, over: second, goal: .minimize)).mean > 0)
    }

    @Test("seeds that only one of both has are left out of pairs, and values that are no number are no values")
    func missing() throws {
        let first = SeedSample([(seed: 4, value: 3.0), (seed: 1, value: 5), (seed: 2, value: 1)])
        let second = SeedSample([1, .nan, 7, 4])
        #expect(first.seeds == [1, 2, 4])
        #expect(first.values == [5, 1, 3])
        #expect(second.seeds == [1, 3, 4])
        let difference = try #require(PairedDifference(of: first, over: second, goal: .maximize))
        #expect(difference.count == 2)
        #expect(difference.mean == 1.5)
        #expect(difference.variance == 12.5)
    }

    @Test("a single pair, or a single value, cannot be compared")
    func tooFew() {
        #expect(PairedDifference(of: SeedSample([1]), over: SeedSample([2]), goal: .maximize) == nil)
        let first = SeedSample([(seed: 1, value: 3.0), (seed: 2, value: 5)])
        let second = SeedSample([(seed: 2, value: 3.0), (seed: 3, value: 5)])
        #expect(PairedDifference(of: first, over: second, goal: .maximize) == nil)
    }
}
