import Foundation

/// Whether a configuration may owe its bad result to seeds that got stuck, as others' single seeds did.
///
/// Where single seeds fail outright (a dead network, a start from which nothing is learned), a configuration of which
/// every seed got stuck looks consistently bad, and no spread of its own betrays it. Among many configurations that
/// happens by chance. Then seeds that fall below halfway between the best and that configuration are counted: those in
/// configurations that have both kinds estimate how often one seed gets stuck, with a prior of half a stuck seed among
/// two and a half; and the number of configurations of which all seeds are below is compared with the binomial
/// distribution that follows, if all were alike. It is an exact test but for the estimated rate, and holds for any
/// number of configurations.
struct StuckSeeds {
    /// How many times the spread a difference must be for seeds to be called stuck rather than worse.
    private static let farSpreads = 4.0
    /// Chance explains what it brings about with at least this probability.
    private static let leastProbability = 0.025

    /// By configuration with at least two seeds: how far each of its seeds lies behind the best.
    private let gaps: [[Double]]

    /// - Parameters:
    ///   - others: all configurations with at least two seeds but the best.
    ///   - sign: 1 where more is better, −1 where less is.
    init(best: SeedSample, others: [SeedSample], sign: Double) {
        let mean = SampleStatistics.mean(of: best.values) ?? 0
        gaps = others.map { other in
            var paired: [Double] = []
            let shared = best.forEachPair(with: other) { paired.append(sign * ($0 - $1)) }
            let isPaired = PairedDifference.shouldPair(shared: shared, fewer: min(best.count, other.count))
            return isPaired ? paired : other.values.map { sign * (mean - $0) }
        }
    }

    /// Whether chance may have brought about a configuration that lies so far behind.
    ///
    /// - Parameters:
    ///   - difference: how far its mean lies behind the best's.
    ///   - spread: the standard deviation of such a difference with one seed.
    func mayExplain(difference: Double, spread: Double) -> Bool {
        guard difference >= Self.farSpreads * spread else { return false }
        let halfway = 0.5 * difference
        var stuckWhole = 0
        var stuckSeeds = 0
        var seeds = 0
        var fewest = Int.max
        for gaps in gaps {
            let stuck = gaps.count { $0 > halfway }
            if stuck == gaps.count {
                stuckWhole += 1
                fewest = min(fewest, gaps.count)
                continue
            }
            seeds += gaps.count
            guard let least = gaps.min(), let most = gaps.max(), most - least >= halfway else { continue }
            stuckSeeds += stuck
        }
        guard stuckWhole > 0 else { return false }
        let rate = (Double(stuckSeeds) + 0.5) / (Double(seeds) + 2.5)
        let chance = Self.probability(
            ofAtLeast: stuckWhole, among: gaps.count, each: pow(rate, Double(fewest)))
        return chance > Self.leastProbability
    }

    /// The upper tail of the binomial distribution.
    private static func probability(ofAtLeast least: Int, among count: Int, each probability: Double) -> Double {
        var term = exp(Double(count) * log1p(-probability))
        var below = 0.0
        for successes in 0..<least {
            below += term
            term *= Double(count - successes) / Double(successes + 1) * probability / (1 - probability)
        }
        return max(0, 1 - below)
    }
}
