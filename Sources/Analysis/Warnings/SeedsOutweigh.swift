/// Seeds vary more than configurations differ.
public struct SeedsOutweigh: Hashable, Sendable {
    /// The standard deviation from seed to seed within a configuration, without what a seed does to all alike.
    public let seedDeviation: Double
    /// The standard deviation of the configurations' true means.
    public let configurationDeviation: Double
    /// Whether what a seed does to all alike is taken away: it is no matter where configurations are compared seed by seed.
    public let isPaired: Bool
    public let unit: ObjectiveUnit

    /// Nil where configurations differ more, or where fewer than two of them have two seeds.
    ///
    /// Variance components: where all have the same seeds, of a two-way layout without interaction, the mean square of
    /// its residuals and (S²_between − S²_residual) / n; else of a one-way layout with random effects, the mean variance
    /// within configurations, weighted by its degrees of freedom, and (S²_between − S²_within) / n₀, where
    /// n₀ = (N − Σnᵢ²/N) / (k − 1). None is below zero. S. R. Searle, G. Casella, C. E. McCulloch, "Variance Components",
    /// 1992, sections 3.6 and 4.3.
    public init?(_ samples: [SeedSample], unit: ObjectiveUnit) {
        let groups = samples.filter { $0.count > 1 }
        guard groups.count > 1 else { return nil }
        isPaired = groups.allSatisfy { $0.seeds == groups[0].seeds }
        let total = Double(groups.reduce(0) { $0 + $1.count })
        let grandMean = groups.reduce(0) { $0 + $1.values.reduce(0, +) } / total
        var within = 0.0
        var between = 0.0
        var squaredCounts = 0.0
        for values in groups.map(\.values) {
            let n = Double(values.count)
            let mean = values.reduce(0, +) / n
            within += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            between += n * (mean - grandMean) * (mean - grandMean)
            squaredCounts += n * n
        }
        var freedom = total - Double(groups.count)
        if isPaired {
            let count = Double(groups.count)
            for seed in groups[0].seeds.indices {
                let mean = groups.reduce(0) { $0 + $1.values[seed] } / count
                within -= count * (mean - grandMean) * (mean - grandMean)
            }
            within = max(0, within)
            freedom -= Double(groups[0].count - 1)
        }
        within /= freedom
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
        let advice = "more seeds teach more than more configurations."
        let whose = isPaired ? ", beside what a seed does to all alike" : ""
        if configurationDeviation == 0 {
            return "Configurations differ no more than chance from seed to seed makes them (standard deviation "
                + "\(words(seedDeviation))\(whose)): \(advice)"
        }
        return "Seeds vary more than configurations differ (standard deviations \(words(seedDeviation))\(whose), and "
            + "\(words(configurationDeviation))): \(advice)"
    }
}
