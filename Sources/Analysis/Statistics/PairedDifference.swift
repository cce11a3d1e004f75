import Sweeps

/// By how much one configuration is better than another, and how much that varies from seed to seed.
struct PairedDifference {
    /// In the objective's units; positive: the first is better.
    let mean: Double
    /// The variance of the difference of one pair; the mean's is this divided by `count`.
    let variance: Double
    /// How many pairs there are, or the smaller of both counts where seeds are not shared.
    let count: Int
    let isPaired: Bool

    /// Whether seeds are shared enough to compare seed by seed: what a seed does to both then cancels out.
    static func shouldPair(shared: Int, fewer: Int) -> Bool { shared > 0 && 2 * shared >= fewer }

    /// Nil with fewer than two pairs, or fewer than two values in one of both when they are not paired.
    ///
    /// Unpaired, the variance of the mean difference is s₁²/n₁ + s₂²/n₂ (B. L. Welch, 1947).
    init?(of first: SeedSample, over second: SeedSample, goal: Objective.Goal) {
        let sign = goal == .maximize ? 1.0 : -1.0
        let fewer = min(first.count, second.count)
        guard fewer > 1 else { return nil }
        var sum = 0.0
        let shared = first.forEachPair(with: second) { sum += $0 - $1 }
        isPaired = Self.shouldPair(shared: shared, fewer: fewer)
        if isPaired {
            guard shared > 1 else { return nil }
            let average = sum / Double(shared)
            var squares = 0.0
            first.forEachPair(with: second) { squares += ($0 - $1 - average) * ($0 - $1 - average) }
            mean = sign * average
            variance = squares / Double(shared - 1)
            count = shared
        } else {
            guard let mine = SampleStatistics.mean(of: first.values),
                let theirs = SampleStatistics.mean(of: second.values),
                let myVariance = SampleStatistics.variance(of: first.values),
                let theirVariance = SampleStatistics.variance(of: second.values)
            else { return nil }
            mean = sign * (mine - theirs)
            variance = Double(fewer) * (myVariance / Double(first.count) + theirVariance / Double(second.count))
            count = fewer
        }
    }
}
