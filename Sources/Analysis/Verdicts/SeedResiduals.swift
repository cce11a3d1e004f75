/// What is left of each value when what its configuration and its seed do is taken away.
///
/// The model is additive: value = configuration + seed + noise; without the seeds where each configuration has its own.
struct SeedResiduals {
    /// By configuration, then by seed.
    let rows: [[Double]]
    /// Degrees of freedom of all residuals together.
    let freedom: Int
    private let isPaired: Bool
    private let squares: Double

    /// Nil with fewer than three samples, fewer than two seeds each, seeds that only some of them share, or values of
    /// which nothing is left.
    init?(_ samples: [SeedSample]) {
        guard let first = samples.first, samples.count > 2, first.count > 1,
            samples.allSatisfy({ $0.count == first.count })
        else { return nil }
        isPaired = samples.allSatisfy { $0.seeds == first.seeds }
        guard isPaired || Set(samples.lazy.flatMap(\.seeds)).count == samples.count * first.count else { return nil }
        var rows = samples.map { sample in
            let mean = SampleStatistics.mean(of: sample.values) ?? 0
            return sample.values.map { $0 - mean }
        }
        if isPaired {
            for seed in 0..<first.count {
                let effect = rows.reduce(0) { $0 + $1[seed] } / Double(rows.count)
                for row in rows.indices { rows[row][seed] -= effect }
            }
        }
        squares = rows.reduce(0) { $1.reduce($0) { $0 + $1 * $1 } }
        guard squares > 0, squares.isFinite else { return nil }
        self.rows = rows
        freedom = (rows.count - (isPaired ? 1 : 0)) * (first.count - 1)
    }

    private var seeds: Int { rows[0].count }

    /// By configuration: the variance of one value, from its own residuals.
    var variances: [Double] {
        let freedom = Double(freedom) / Double(rows.count)
        return rows.map { $0.reduce(0) { $0 + $1 * $1 } / freedom }
    }

    /// By how much the fourth moment, in squared second ones, exceeds what it is on average for normal noise of equal
    /// spread, 3ν / (ν + 2) with ν degrees of freedom; more than 0 where spreads differ or tails are long.
    var excessKurtosis: Double {
        let fourth = rows.reduce(0) { $1.reduce($0) { $0 + $1 * $1 * $1 * $1 } }
        let count = Double(rows.count * seeds)
        return count * fourth / (squares * squares) - 3 * Double(freedom) / Double(freedom + 2)
    }

    /// How far the configurations are from being independent, in standard deviations of what chance brings about.
    ///
    /// Where seeds do the same to a group of configurations, residuals lie in few directions. S. John, "Some optimal
    /// multivariate tests", 1971: with the sums of products S of p = n − 1 seed contrasts over M rows, tr S² / (tr S)² is
    /// (p + M + 1) / (pM + 2) on average, and Mp²/2 times it a χ² of p(p + 1)/2 − 1 degrees of freedom but for a shift.
    /// 0 with two seeds, of which there is one direction only; where seeds are not shared, what chance alone gives on
    /// average when only more than 0 counts, as it does.
    var dependence: Double {
        guard seeds > 2 else { return 0 }
        guard isPaired else { return (0.5 / Double.pi).squareRoot() }
        let columns = (0..<seeds).map { seed in rows.map { $0[seed] } }
        var products = 0.0
        for first in 0..<seeds {
            for second in 0...first {
                let (mine, theirs) = (columns[first], columns[second])
                var product = 0.0
                for row in mine.indices { product += mine[row] * theirs[row] }
                products += (first == second ? 1 : 2) * product * product
            }
        }
        let (contrasts, others) = (Double(seeds - 1), Double(rows.count - 1))
        let shift = products / (squares * squares) - (contrasts + others + 1) / (contrasts * others + 2)
        let freedom = contrasts * (contrasts + 1) / 2 - 1
        return 0.5 * others * contrasts * contrasts * shift / (2 * freedom).squareRoot()
    }
}
