import Foundation

/// How probably a difference is found with so many seeds, and how many seeds find it.
///
/// With n seeds the ratio x̄/√(v/n) exceeds the critical value c with probability
/// ∫ Φ(δ√n/σ − c · max(s, τ)) f(s) ds, where s = √(χ²/(n−1)) is the observed spread over the true one, and τ the typical
/// spread over the true one, below which none is taken. Without τ it is the noncentral t distribution (N. L. Johnson,
/// S. Kotz, N. Balakrishnan, "Continuous Univariate Distributions" 2, 1995, equation 31.11).
///
/// With a pooled spread it is that distribution too, with the degrees of freedom of all configurations together and
/// the critical value of the pool; what either of both finds is found.
public struct SeedPower: Hashable, Sendable {
    public static let statedPower = 0.8
    public static let mostSeeds = 10_000

    /// The true difference of the means, δ.
    public let difference: Double
    /// The true variance of the difference with one seed, σ².
    public let variance: Double
    /// The variance below which none is taken, τ²σ².
    public let typicalVariance: Double
    /// Among how many configurations the best is picked.
    public let candidates: Int
    /// What all spreads together say of that of the difference; nil where they are not pooled.
    public let pooled: PooledSpread?

    public init(
        difference: Double, variance: Double, typicalVariance: Double, candidates: Int, pooled: PooledSpread? = nil
    ) {
        self.difference = difference
        self.variance = variance
        self.typicalVariance = typicalVariance
        self.candidates = candidates
        self.pooled = pooled
    }

    /// The probability that the difference is found with `seeds` ≥ 2 seeds each, in 0...1.
    public func power(seeds: Int) -> Double {
        let borrowed = power(
            seeds: seeds, criticalValue: CriticalValues.borrowed.value(candidates: candidates, seeds: seeds))
        guard let pooled, pooled.variance > 0 else { return borrowed }
        return max(borrowed, power(seeds: seeds, by: pooled))
    }

    private func power(seeds: Int, by spread: PooledSpread) -> Double {
        let critical = spread.widening * CriticalValues.pooled.value(candidates: candidates, seeds: seeds)
        let excess = 1 + PooledSpread.expectedExcess(seeds: seeds)
        return Self.power(
            shift: difference * (Double(seeds) / spread.variance).squareRoot(),
            criticalValue: critical * excess.squareRoot(), freedom: Double((candidates - 1) * (seeds - 1)))
    }

    /// The same by the borrowed spread alone, with a critical value of one's own.
    func power(seeds: Int, criticalValue: Double) -> Double {
        precondition(seeds > 1, "a comparison needs at least two seeds, not \(seeds)")
        guard variance > 0 else { return difference > 0 ? 1 : 0 }
        // Of two candidates the only pair is its own typical one.
        return Self.power(
            shift: difference * (Double(seeds) / variance).squareRoot(), criticalValue: criticalValue,
            freedom: Double(seeds - 1), least: candidates > 2 ? (typicalVariance / variance).squareRoot() : 0)
    }

    /// The probability that a normal variable around `shift` exceeds `criticalValue` times a spread that is known from
    /// so many degrees of freedom and not taken to be below `least`.
    static func power(
        shift: Double, criticalValue: Double, freedom: Double, least: Double = 0
    ) -> Double {
        let logFactor = log(2) + 0.5 * freedom * log(0.5 * freedom) - GammaFunction.logarithm(0.5 * freedom)
        let reach = 9 / (2 * freedom).squareRoot()
        let power = SimpsonRule.integral(from: max(0, 1 - reach), to: 1 + reach, intervals: 200) { spread in
            // With one degree of freedom the density is highest at zero, where the logarithm has no value.
            let power = freedom == 1 ? 0 : (freedom - 1) * log(spread)
            let logDensity = logFactor + power - 0.5 * freedom * spread * spread
            return exp(logDensity) * NormalDistribution.cumulative(shift - criticalValue * max(spread, least))
        }
        return min(1, max(0, power))
    }

    /// The fewest seeds that find the difference with a probability of 80 %; nil above `mostSeeds`, or where there is
    /// no difference to find.
    public func seedsNeeded() -> Int? {
        guard difference > 0, difference.isFinite, variance.isFinite, typicalVariance.isFinite else { return nil }
        var enough = 2
        while power(seeds: enough) < Self.statedPower {
            if enough == Self.mostSeeds { return nil }
            enough = min(2 * enough, Self.mostSeeds)
        }
        var tooFew = enough == 2 ? 1 : enough / 2
        while enough - tooFew > 1 {
            let middle = (tooFew + enough) / 2
            if power(seeds: middle) < Self.statedPower { tooFew = middle } else { enough = middle }
        }
        return enough
    }
}
