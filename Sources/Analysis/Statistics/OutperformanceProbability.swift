public import Sweeps

/// With how many of the seeds one configuration does better than another, an estimate of P(A > B) with a new seed.
///
/// X. Bouthillier et al., "Accounting for Variance in Machine Learning Benchmarks", MLSys 2021, section 4.1: the share
/// of seeds with which A is better; a tie counts half. They take the percentile bootstrap for its interval, which is
/// empty at three of three; here it is the exact interval of a proportion (C. J. Clopper, E. S. Pearson, "The use of
/// confidence or fiducial limits illustrated in the case of the binomial", 1934).
public struct OutperformanceProbability: Hashable, Sendable {
    /// In 0...1.
    public let value: Double
    /// How many independent comparisons it rests on: the shared seeds, or the smaller of both counts.
    public let comparisons: Int
    /// Whether values of the same seed were compared.
    public let isPaired: Bool

    /// Pairs by seed where at least half of the fewer seeds are shared; otherwise compares each value with each.
    /// Nil when one of the two has no values.
    public init?(of first: SeedSample, over second: SeedSample, goal: Objective.Goal) {
        let fewer = min(first.count, second.count)
        guard fewer > 0 else { return nil }
        var wins = 0.0
        let add = { (mine: Double, theirs: Double) in
            let isBetter = goal == .maximize ? mine > theirs : mine < theirs
            wins += isBetter ? 1 : mine == theirs ? 0.5 : 0
        }
        let shared = first.forEachPair(with: second, add)
        isPaired = PairedDifference.shouldPair(shared: shared, fewer: fewer)
        if isPaired {
            value = wins / Double(shared)
            comparisons = shared
        } else {
            wins = 0
            for mine in first.values { for theirs in second.values { add(mine, theirs) } }
            value = wins / Double(first.count * second.count)
            comparisons = fewer
        }
    }

    /// The exact 95 % interval.
    public var interval: ConfidenceInterval {
        let wins = value * Double(comparisons)
        let losses = Double(comparisons) - wins
        return ConfidenceInterval(
            lower: wins == 0 ? 0 : BetaDistribution.quantile(0.025, a: wins, b: losses + 1),
            upper: losses == 0 ? 1 : BetaDistribution.quantile(0.975, a: wins + 1, b: losses))
    }
}
