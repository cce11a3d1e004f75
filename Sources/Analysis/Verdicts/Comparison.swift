/// By how much one configuration is better than another, and whether that is more than chance.
public struct Comparison: Hashable, Sendable {
    /// What a difference is measured by.
    public struct Yardstick: Hashable, Sendable {
        public let standardError: Double
        /// How many standard errors a difference must exceed.
        public let criticalValue: Double

        /// What a difference must exceed.
        public var margin: Double { criticalValue * standardError }
    }

    /// The mean difference in the objective's units; positive: the first is better, also when the goal is to minimize.
    public let difference: Double
    /// How many seeds it rests on.
    public let seeds: Int
    /// Whether values were compared seed by seed.
    public let isPaired: Bool
    /// By the pair's own spread or the typical one, whichever is larger.
    public let borrowed: Yardstick
    /// By the spread of all; nil where that says nothing.
    public let pooled: Yardstick?
    /// The variance of the difference with one seed, from these two alone.
    let variance: Double
    let typicalVariance: Double
    let pooledSpread: PooledSpread?
    let candidates: Int

    init(
        _ difference: PairedDifference, typicalVariance: Double, candidates: Int, pooledSpread: PooledSpread? = nil
    ) {
        self.difference = difference.mean
        seeds = difference.count
        isPaired = difference.isPaired
        variance = difference.variance
        self.typicalVariance = typicalVariance
        self.pooledSpread = pooledSpread
        self.candidates = candidates
        let seeds = difference.count
        borrowed = Yardstick(
            standardError: (max(variance, typicalVariance) / Double(seeds)).squareRoot(),
            criticalValue: CriticalValues.borrowed.value(candidates: candidates, seeds: seeds))
        pooled = pooledSpread.map {
            Yardstick(
                standardError: ($0.variance / Double(seeds)).squareRoot(),
                criticalValue: $0.widening * CriticalValues.pooled.value(candidates: candidates, seeds: seeds))
        }
    }

    /// The one of both that finds more: both are made so that what either claims is seldom false.
    private var yardstick: Yardstick {
        guard let pooled, pooled.margin < borrowed.margin else { return borrowed }
        return pooled
    }

    /// The standard error of the difference.
    public var standardError: Double { yardstick.standardError }

    /// How many standard errors a difference must exceed.
    public var criticalValue: Double { yardstick.criticalValue }

    /// The difference in standard errors.
    public var ratio: Double {
        standardError > 0 ? difference / standardError : difference == 0 ? 0 : difference * .infinity
    }

    /// Whether the first is better by more than chance explains.
    public var isToldApart: Bool { difference > yardstick.margin }

    /// The 95 % interval of the difference; all intervals of one comparison with the best hold at once.
    public var interval: ConfidenceInterval {
        ConfidenceInterval(lower: difference - yardstick.margin, upper: difference + yardstick.margin)
    }

    /// How many seeds each would tell them apart with a power of 80 %, if difference and spread are what they seem.
    /// Nil when the first is not better, or more than `SeedPower.mostSeeds` would be needed.
    public var seedsNeeded: Int? {
        SeedPower(
            difference: difference, variance: max(variance, 1e-12 * typicalVariance), typicalVariance: typicalVariance,
            candidates: candidates, pooled: pooledSpread
        ).seedsNeeded()
    }
}
