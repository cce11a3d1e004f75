import Randomness
import Sweeps
import Testing

@testable import Analysis

@Suite("Pooled spreads")
struct SpreadPoolTests {
    /// Each with the seeds 1, 2, …, or with seeds of its own.
    private func samples(_ values: [[Double]], own: Bool = false) -> [SeedSample] {
        values.enumerated().map { index, values in
            SeedSample(values.enumerated().map { (seed: (own ? 100 * index : 0) + $0.offset, value: $0.element) })
        }
    }

    @Test("residuals are those of least squares, and their moments numpy's and scipy's", arguments: 0..<3)
    func residuals(index: Int) throws {
        let expected = try ReferenceNumbers.read().residuals[index]
        let residuals = try #require(SeedResiduals(samples(expected.values, own: index == 1)))
        #expect(residuals.freedom == expected.freedom)
        #expect(zip(residuals.variances, expected.variances).allSatisfy { agree($0, $1) })
        #expect(agree(residuals.excessKurtosis, expected.excessKurtosis))
        #expect(agree(residuals.dependence, expected.dependence))
    }

    @Test("nothing is pooled of two, of one seed, of seeds that some share, and of values that never differ")
    func nothing() {
        #expect(SeedResiduals(samples([[1, 2, 4], [2, 1, 3]])) == nil)
        #expect(SeedResiduals(samples([[1], [2], [4]])) == nil)
        #expect(SeedResiduals(samples([[1, 2], [2, 1], [1, 4, 3]])) == nil)
        let some = samples([[1, 2], [2, 1]]) + [SeedSample([(seed: 1, value: 3), (seed: 7, value: 5)])]
        #expect(SeedResiduals(some) == nil)
        #expect(SeedResiduals(samples([[1, 1], [2, 2], [4, 4]])) == nil)
        #expect(SeedResiduals(samples([[1e300, -1e300], [2, 2], [4, 4]])) == nil)
    }

    @Test("a variance is the mean of all, and more where its own is beyond chance")
    func moderated() throws {
        var values: [[Double]] = []
        for row in 0..<9 {
            let center = Double(row)
            values.append([center, row.isMultiple(of: 2) ? center + 1 : center - 1, center])
        }
        values.append([0, 40, -40])
        let own = try #require(SeedResiduals(samples(values, own: true))).variances
        let pool = try #require(SpreadPool(samples(values, own: true), compared: Array(0..<10), resolution: 0))
        let mean = own.reduce(0, +) / 10
        #expect(agree(own[9], 1600))
        // With two degrees of freedom one standard error of a variance is the variance itself.
        #expect(agree(try #require(pool.spread(of: 0, and: 1)).variance, 2 * mean))
        #expect(agree(try #require(pool.spread(of: 0, and: 9)).variance, 2 * mean + 1600 - 2 * mean))
        #expect(pool.widening > 2)
        let coarse = try #require(SpreadPool(samples(values), compared: Array(0..<9), resolution: 60))
        #expect(agree(try #require(coarse.spread(of: 0, and: 1)).variance, 600))
        #expect(coarse.spread(of: 0, and: 9) == nil)
    }

    @Test("critical values widen where one is wild and where groups move together, hardly among equals")
    func widening() throws {
        var stream = RandomStream(seed: 3, .data)
        func widening(wild: Double = 1, grouped: Double = 0) throws -> Double {
            let shared = (0..<5).map { _ in stream.normal() }
            let values = (0..<30).map { row in
                shared.map { common in
                    (row == 0 ? wild : 1) * stream.normal() + (row < 15 ? grouped : -grouped) * common
                }
            }
            return try #require(SpreadPool(samples(values), compared: Array(0..<30), resolution: 0)).widening
        }
        #expect(try widening() < 1.4)
        #expect(try widening(wild: 10) > 2)
        #expect(try widening(grouped: 2) > 2)
    }

    @Test("two seeds that scatter by 0.01 and 0.02 tell 0.635 from 0.741 among twenty, but not alone")
    func twoSeeds() throws {
        var stream = RandomStream(seed: 8, .data)
        let pair = [SeedSample([0.727, 0.755]), SeedSample([0.642, 0.628])]
        let others = (0..<18).map { row in
            let mean = 0.65 + 0.003 * Double(row)
            return SeedSample([mean + 0.015 * stream.normal(), mean + 0.015 * stream.normal()])
        }
        let among = try #require(BestComparisons(pair + others, goal: .maximize))
        #expect(among.best == 0)
        #expect(try #require(among.comparisons[1]).isToldApart)
        let alone = try #require(BestComparisons(pair, goal: .maximize)?.comparisons[1])
        #expect(!alone.isToldApart)
        #expect(alone.pooled == nil)
    }

    @Test("interval, standing and seeds of one comparison never contradict each other")
    func consistent() throws {
        var stream = RandomStream(seed: 5, .data)
        for round in 0..<60 {
            let seeds = 2 + round % 4
            let samples = (0..<(2 + round % 9)).map { row in
                SeedSample((0..<seeds).map { _ in 0.9 * Double(row % 4) + stream.normal() * (row == 1 ? 2 : 1) })
            }
            let all = try #require(BestComparisons(samples, goal: .maximize))
            for comparison in all.comparisons.compactMap(\.self) {
                #expect(comparison.isToldApart == !comparison.interval.contains(0))
                #expect(comparison.isToldApart == (comparison.ratio > comparison.criticalValue))
                let claims =
                    comparison.difference > min(comparison.borrowed.margin, comparison.pooled?.margin ?? .infinity)
                #expect(comparison.isToldApart == claims)
                if !comparison.isToldApart, let needed = comparison.seedsToTell { #expect(needed > seeds) }
            }
        }
    }
}
