/// Seeds vary more than configurations differ.
public struct SeedsOutweigh: Hashable, Sendable {
    /// The standard deviation from seed to seed within a configuration.
    public let seedDeviation: Double
    /// The standard deviation of the configurations' true means.
    public let configurationDeviation: Double
    public let unit: ObjectiveUnit

    /// Nil where configurations differ more, or where fewer than two of them have two seeds.
    ///
    /// Variance components of a one-way layout with random effects: the mean variance within configurations, weighted
    /// by its degrees of freedom, and (S²_between − S²_within) / n₀, not below zero, where
    /// n₀ = (N − Σnᵢ²/N) / (k − 1). S. R. Searle, G. Casella, C. E. McCulloch, "Variance Components", 1992, section 3.6.
    public init?(_ samples: [SeedSample], unit: ObjectiveUnit) {
        let groups = samples.map(\.values).filter { $0.count > 1 }
        guard groups.count > 1 else { return nil }
        let total = Double(groups.reduce(0) { $0 + $1.count })
        let grandMean = groups.reduce(0) { $0 + $1.reduce(0, +) } / total
        var within = 0.0
        var between = 0.0
        var squaredCounts = 0.0
        for values in groups {
            let n = Double(values.count)
            let mean = values.reduce(0, +) / n
            within += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            between += n * (mean - grandMean) * (mean - grandMean)
            squaredCounts += n * n
        }
        within /= total - Double(groups.count)
        between /= Double(groups.count - 1)
        let typicalCount = (total - squaredCounts / total) / Double(groups.count - 1)
        let component = max(0, (between - within) / typicalCount)
        guard within > component else { return nil }
        seedDeviation = within.squareRoot()
        configurationDeviation = component.squareRoot()
        self.unit = unit
    }

    public var sentence: String {
        let words = { unit.words(difference: $0, margin: seedDeviation / 10) }
        return "Seeds vary more than configurations differ (standard deviations \(words(seedDeviation)) and "
            + "\(words(configurationDeviation))): more seeds teach more than more configurations."
    }
}
