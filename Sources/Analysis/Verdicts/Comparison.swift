/// By how much one configuration is better than another, and whether that is more than chance.
public struct Comparison: Hashable, Sendable {
    /// The mean difference in the objective's units; positive: the first is better, also when the goal is to minimize.
    public let difference: Double
    /// The standard error of the difference.
    public let standardError: Double
    /// How many seeds it rests on.
    public let seeds: Int
    /// Whether values were compared seed by seed.
    public let isPaired: Bool
    /// How many standard errors a difference must exceed.
    public let criticalValue: Double
    /// The variance of the difference with one seed, from these two alone.
    let variance: Double
    let typicalVariance: Double
    let candidates: Int

    init(_ difference: PairedDifference, typicalVariance: Double, candidates: Int) {
        self.difference = difference.mean
        seeds = difference.count
        isPaired = difference.isPaired
        variance = difference.variance
        self.typicalVariance = typicalVariance
        self.candidates = candidates
        standardError = (max(variance, typicalVariance) / Double(difference.count)).squareRoot()
        criticalValue = CriticalValues.value(candidates: candidates, seeds: difference.count)
    }

    /// The difference in standard errors.
    public var ratio: Double {
        standardError > 0 ? difference / standardError : difference == 0 ? 0 : difference * .infinity
    }

    /// Whether the first is better by more than chance explains.
    public var isToldApart: Bool { difference > criticalValue * standardError }

    /// The 95 % interval of the difference; all intervals of one comparison with the best hold at once.
    public var interval: ConfidenceInterval {
        let margin = criticalValue * standardError
        return ConfidenceInterval(lower: difference - margin, upper: difference + margin)
    }

    /// How many seeds each would tell them apart with a power of 80 %, if difference and spread are what they seem.
    /// Nil when the first is not better, or more than `SeedPower.mostSeeds` would be needed.
    public var seedsNeeded: Int? {
        SeedPower(
            difference: difference, variance: max(variance, 1e-12 * typicalVariance), typicalVariance: typicalVariance,
            candidates: candidates
        ).seedsNeeded()
    }
}
