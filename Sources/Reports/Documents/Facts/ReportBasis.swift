import Analysis
import Settings
import SweepViews
import Sweeps

/// What all parts of a report rest on.
struct ReportBasis {
    let results: SweepView
    let ranking: Ranking
    let evidence: RankingEvidence
    /// What to call each entry of the ranking.
    let labels: [String]
    /// What to call each entry within a sentence, where a comma would not tell where a name ends.
    let names: [String]
    /// The hyperparameters of each entry.
    let parameters: [[String: SettingValue]]
    /// Those that vary, in the order of the sweep's file.
    let varying: [String]
    let unit: ObjectiveUnit
    /// Whether advice on tuning makes sense by the objective.
    let isTuned: Bool
    /// The command that trains failed trials again.
    let retry: String
    /// What of its settings never acted, each a sentence.
    let idleSettings: [String]
    /// How the configurations came about.
    let design: SweepDesign

    init(_ results: SweepView, origin: SweepOrigin) {
        self.results = results
        design = origin.design
        idleSettings = origin.idleSettings
        retry = "sweep run \(origin.filePath) --retry failed" + (origin.storeOption.map { " \($0)" } ?? "")
        let ranking = Ranking(of: results.trials.map(\.outcome), by: results.objective)
        let configurations = ranking.entries.map(\.result.configuration)
        self.ranking = ranking
        let metric = ranking.metric
        isTuned = metric.isOfUnseenData || metric.name == origin.metric ?? metric.name
        unit = ranking.unit
        evidence = RankingEvidence(ranking)
        let labels = ConfigurationLabels(configurations, order: results.parameterNames)
        let only = configurations.count == 1 ? "the only configuration" : nil
        self.labels = configurations.map { only ?? labels.label(of: [$0]) }
        names = configurations.map { only ?? labels.label(of: [$0], separator: " ") }
        parameters = configurations.map { configuration in
            configuration.parametersByName
        }
        varying = VaryingParameters(among: configurations, order: results.parameterNames).names
    }

    /// The entries that have a value of the objective, the best first.
    var valued: [Int] { ranking.entries.indices.filter { ranking.entries[$0].rank != nil } }

    /// The entry that the sweep recommends: the best of those that can be compared, or else the first.
    var winner: Int? { evidence.verdict?.comparisons.best ?? valued.first }

    /// Nil where the winner's trials did not measure it.
    var constantGuess: ConstantGuess? { winner.flatMap { ConstantGuess(beside: $0, in: ranking) } }

    func standing(of entry: Int) -> Standing { evidence.standings[entry] }

    func best(of values: [Double]) -> Double? {
        results.objective.goal == .maximize ? values.max() : values.min()
    }

    func trials(of entry: Int) -> [SweepView.TrialResult] {
        let number = ranking.entries[entry].result.number
        return results.trials.filter { $0.outcome.configurationNumber == number }
    }

    /// The mean of a metric of the test set over the finished trials of an entry; nil where one of them has none, or has
    /// it of other weights than those that are judged.
    func mean(of metric: String, entry: Int) -> Double? {
        let finished = trials(of: entry).map(\.outcome).filter { $0.state == .finished }
        let values = finished.compactMap { $0.test(metric, with: results.objective) }
        guard values.count == finished.count, !values.isEmpty else { return nil }
        return values.reduce(0, +) / Double(values.count)
    }

    /// What an entry comes to on the test set; nil where that was not measured.
    func test(of entry: Int) -> Double? { ranking.metric.testName.flatMap { mean(of: $0, entry: entry) } }
}
