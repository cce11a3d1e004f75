import Testing

@testable import Analysis

@Suite("Power and seeds")
struct SeedPowerTests {
    @Test("of two candidates the power is scipy's noncentral t")
    func noncentral() throws {
        for expected in try ReferenceNumbers.read().noncentral {
            let power = SeedPower(difference: expected.difference, variance: 1, typicalVariance: 1, candidates: 2)
            #expect(
                agree(
                    power.power(seeds: expected.seeds, criticalValue: expected.critical), expected.power, within: 1e-6))
        }
    }

    @Test("with a pooled spread it is scipy's noncentral t with the freedom of all")
    func pooled() throws {
        for expected in try ReferenceNumbers.read().pooledPower {
            let power = SeedPower.power(
                shift: expected.shift, criticalValue: expected.critical, freedom: expected.freedom)
            #expect(agree(power, expected.power, within: 1e-6))
        }
    }

    @Test("a pooled spread needs fewer seeds, a widened one more, and never more than without")
    func pooledSeeds() throws {
        func needed(_ pooled: PooledSpread?) -> Int? {
            SeedPower(difference: 2, variance: 2, typicalVariance: 2, candidates: 20, pooled: pooled).seedsNeeded()
        }
        let alone = try #require(needed(nil))
        let equal = try #require(needed(PooledSpread(variance: 2, widening: 1.05)))
        #expect(equal < alone)
        #expect(try #require(needed(PooledSpread(variance: 2, widening: 1.3))) > equal)
        #expect(needed(PooledSpread(variance: 2, widening: 100)) == alone)
        #expect(needed(PooledSpread(variance: 0, widening: 1)) == alone)
    }

    @Test("the seeds needed are the fewest that reach 80 %")
    func fewest() throws {
        for difference in [0.2, 0.5, 1, 3, 30] {
            let power = SeedPower(difference: difference, variance: 2, typicalVariance: 2, candidates: 5)
            let seeds = try #require(power.seedsNeeded())
            #expect(power.power(seeds: seeds) >= 0.8)
            if seeds > 2 { #expect(power.power(seeds: seeds - 1) < 0.8) }
        }
    }

    @Test("a difference that is nothing, negative, or far too small needs more seeds than one has")
    func impossible() {
        for difference in [0, -1, 1e-6, .nan] {
            let power = SeedPower(difference: difference, variance: 1, typicalVariance: 1, candidates: 3)
            #expect(power.seedsNeeded() == nil)
        }
        let exact = SeedPower(difference: 1, variance: 0, typicalVariance: 0, candidates: 3)
        #expect(exact.seedsNeeded() == 2)
    }
}
