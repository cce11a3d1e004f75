/// The spread of one configuration as all of a sweep's tell it.
///
/// Three seeds know a spread badly, twenty configurations of three seeds know a common one well. After G. K. Smyth,
/// "Linear models and empirical Bayes methods for assessing differential expression in microarray experiments", 2004, a
/// configuration's variance is drawn to the mean of all; here it is the mean, and more by as much as its own exceeds that
/// by beyond one standard error, √(2/(n − 1)) of it.
///
/// Whether spreads are equal at all, the sweep tells as well: the more the residuals' kurtosis and their dependence
/// exceed those of independent normal noise of equal spread, the more the critical value is widened, so that where
/// single configurations or seeds are wild, nothing is found by pooling. The two weights were chosen for what is found
/// with equal spreads while false claims stay as rare as promised in all of `NoiseWorld`s.
struct SpreadPool: Hashable {
    private static let kurtosisWeight = 0.15
    private static let dependenceWeight = 0.1
    /// Two seeds show next to nothing of how spreads differ, unless there are so many configurations.
    private static let fewestWithTwoSeeds = 20

    /// By configuration; nil for those that are not compared.
    private let variances: [Double?]
    /// How many times its table's value a critical value is, at least 1.
    let widening: Double

    /// The `compared` of `samples`; nil where `SeedResiduals` has none. `resolution` as for `BestComparisons`.
    init?(_ samples: [SeedSample], compared: [Int], resolution: Double) {
        guard let residuals = SeedResiduals(compared.map { samples[$0] }),
            residuals.rows[0].count > 2 || compared.count >= Self.fewestWithTwoSeeds
        else { return nil }
        let own = residuals.variances
        // A rounded value has a variance of h²/12 (W. F. Sheppard, 1898).
        let mean = max(own.reduce(0, +) / Double(own.count), resolution * resolution / 12)
        let chance = mean * (1 + (2 / Double(residuals.rows[0].count - 1)).squareRoot())
        var variances = [Double?](repeating: nil, count: samples.count)
        for (index, own) in zip(compared, own) { variances[index] = mean + max(0, own - chance) }
        self.variances = variances
        widening =
            1 + Self.kurtosisWeight * max(0, residuals.excessKurtosis)
            + Self.dependenceWeight * max(0, residuals.dependence)
        guard mean.isFinite, widening.isFinite else { return nil }
    }

    /// The spread of a difference of two configurations; nil where one is not compared.
    func spread(of first: Int, and second: Int) -> PooledSpread? {
        guard let mine = variances[first], let theirs = variances[second] else { return nil }
        return PooledSpread(variance: mine + theirs, widening: widening)
    }
}

/// What pooling says of one difference.
public struct PooledSpread: Hashable, Sendable {
    /// The variance of the difference with one seed.
    public let variance: Double
    /// How many times its table's value the critical value is.
    public let widening: Double

    public init(variance: Double, widening: Double) {
        self.variance = variance
        self.widening = widening
    }

    /// By how much a pair's variance exceeds this on average when all spreads are equal, as a share of it, since each of
    /// its own beyond one standard error counts: 0.13 of a standard error, between three seeds and thirty.
    static func expectedExcess(seeds: Int) -> Double { 0.13 * (2 / Double(seeds - 1)).squareRoot() }
}
