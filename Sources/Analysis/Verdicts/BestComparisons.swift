public import Sweeps

/// The best configuration compared with every other, with allowance for its having been picked as the best.
///
/// Whoever compares the best of many with the rest by an ordinary test finds differences where there are none, for the
/// best of many equals is the luckiest. This is a comparison with the best (J. C. Hsu, "Multiple Comparisons: Theory
/// and Methods", 1996, chapter 4) by the largest ratio: configuration i is told apart from the best b when
/// (x̄_b − x̄_i) / √(v / n) exceeds the `CriticalValues` of so many candidates and seeds, which is seldom (5 %) exceeded by
/// any of them in sweeps without differences, the picking included.
///
/// Three seeds say little of a spread, and where many pairs are compared some have a small one by accident. So v is
/// taken from the other comparisons too, in two ways of which the one that finds more counts:
/// - Borrowed: the pair's own variance or the mean variance of the better half of the pairs (at least four), whichever
///   is larger; from the better half, because bad configurations vary wildly. It holds however spreads differ. Where
///   seeds may have got stuck (`StuckSeeds`), spread is borrowed from all, for it is these that show how often they do.
/// - Pooled: from all seeds of all configurations (`SpreadPool`), with a critical value that grows as their spreads look
///   less equal. It finds much smaller differences where they look equal, and nothing where they do not.
///
/// That predictions are judged on so many dev examples gives no further source of spread: what another training would
/// change, the examples of one do not show.
public struct BestComparisons: Hashable, Sendable {
    /// The index of the best mean among the configurations with at least two seeds.
    public let best: Int
    /// Among how many configurations it was picked.
    public let candidates: Int
    /// By configuration, in the order given; nil for the best itself and for those with too few seeds to compare.
    public let comparisons: [Comparison?]
    /// The mean variance of the better half of the pairs: none is taken to be smaller.
    public let typicalVariance: Double
    private let samples: [SeedSample]
    private let goal: Objective.Goal
    /// By configuration: the variance below which none of its comparisons is taken to be.
    private let leastVariances: [Double]
    private let pool: SpreadPool?

    /// Nil when no configuration has two seeds.
    ///
    /// `resolution` is the smallest step of the objective, such as 1 / (size of the dev set) for an accuracy: values
    /// that are equal in all seeds may still differ by less. `candidates` is larger than the number of samples when
    /// these were picked from more, and then no spread is pooled, since theirs is not known.
    public init?(_ samples: [SeedSample], goal: Objective.Goal, resolution: Double = 0, candidates: Int = 0) {
        let means = samples.map { $0.count > 1 ? SampleStatistics.mean(of: $0.values) : nil }
        let order = samples.indices.compactMap { index in means[index].map { (index: index, mean: $0) } }
            .sorted { $0.mean == $1.mean ? $0.index < $1.index : ($0.mean > $1.mean) == (goal == .maximize) }
        guard let best = order.first?.index else { return nil }
        var differences = [PairedDifference?](repeating: nil, count: samples.count)
        for (index, _) in order.dropFirst() {
            differences[index] = PairedDifference(of: samples[best], over: samples[index], goal: goal)
        }
        // A difference of two rounded values has a variance of h²/12 for each (W. F. Sheppard, 1898).
        let leastVariance = resolution * resolution / 6
        let nearest = order.dropFirst().prefix(max(4, (order.count + 1) / 2)).compactMap { differences[$0.index] }
        let typical = max(SampleStatistics.mean(of: nearest.map(\.variance)) ?? 0, leastVariance)
        let varied = SampleStatistics.mean(of: differences.compactMap { $0?.variance }) ?? 0
        let stuck = StuckSeeds(
            best: samples[best], others: order.dropFirst().map { samples[$0.index] }, sign: goal == .maximize ? 1 : -1)
        let compared = order.map(\.index).sorted()
        let pool = candidates > order.count ? nil : SpreadPool(samples, compared: compared, resolution: resolution)
        let candidates = max(candidates, order.count)
        self.best = best
        self.candidates = candidates
        self.samples = samples
        self.goal = goal
        typicalVariance = typical
        let leastVariances = differences.map { difference in
            guard let difference, Comparison(difference, typicalVariance: typical, candidates: candidates).isToldApart,
                stuck.mayExplain(
                    difference: difference.mean, spread: max(difference.variance, typical).squareRoot())
            else { return typical }
            return max(typical, varied)
        }
        comparisons = samples.indices.map { index in
            differences[index].map {
                Comparison(
                    $0, typicalVariance: leastVariances[index], candidates: candidates,
                    pooledSpread: pool?.spread(of: best, and: index))
            }
        }
        self.pool = pool
        self.leastVariances = leastVariances
    }

    /// Any one configuration compared with any other by the same rule; nil with too few seeds.
    ///
    /// It serves to say of a group that it beats another, after its first was found to.
    public func comparison(of first: Int, over second: Int) -> Comparison? {
        PairedDifference(of: samples[first], over: samples[second], goal: goal).map {
            Comparison(
                $0, typicalVariance: leastVariances[second], candidates: candidates,
                pooledSpread: pool?.spread(of: first, and: second))
        }
    }

    /// Whether a configuration's mean over all its own seeds is that of the best but for rounding.
    func hasMeanOfBest(_ configuration: Int) -> Bool {
        guard let mean = SampleStatistics.mean(of: samples[configuration].values),
            let best = SampleStatistics.mean(of: samples[best].values)
        else { return false }
        return abs(mean - best) <= 1e-9 * max(abs(mean), abs(best))
    }

    /// Whether a configuration comes to the same as the best but for rounding, over the seeds by which they are compared.
    func isLevelWithBest(_ configuration: Int) -> Bool {
        guard let comparison = comparisons[configuration] else { return false }
        let greatest = (samples[best].values + samples[configuration].values).map(abs).max() ?? 0
        return abs(comparison.difference) <= 1e-9 * greatest
    }

    /// How many seeds a configuration has.
    public func seedCount(of configuration: Int) -> Int { samples[configuration].count }

    /// How probable it is that the best is really better than another with a new seed; nil without values.
    public func outperformance(over other: Int) -> OutperformanceProbability? {
        OutperformanceProbability(of: samples[best], over: samples[other], goal: goal)
    }
}
