public import Analysis
public import Settings
public import Sweeps

/// A ranking with what there is to say of each configuration, worked out once.
public struct RankedConfigurations: Sendable {
    public struct Row: Sendable {
        /// Counted from 1; equals share one. Nil without a value.
        public let rank: Int?
        /// Of the sweep that it is from.
        public let sweep: String
        /// In its sweep.
        public let number: Int
        /// In `ranking`.
        public let entry: Int
        /// What it is called in a table, or the value of which it is the best.
        public let label: String
        public let result: ConfigurationResult
        /// By dotted name.
        public let parameters: [String: SettingValue]
        public let summary: SampleSummary?
        public let standing: Standing
        /// With the best; nil for the best itself and where nothing was compared.
        public let comparison: Comparison?
        /// With how many seeds the best does better; nil for the best itself and where that was not compared.
        public let outperformance: OutperformanceProbability?
        /// How many configurations it was picked from, where rows are the best of groups.
        public let groupSize: Int?
    }

    public let view: SweepView
    /// Of groups, that of the configurations over which they are compared.
    public let ranking: Ranking
    public let evidence: RankingEvidence
    /// How values of the objective are written.
    public let unit: ObjectiveUnit
    /// Best first: all, or the best of each group.
    public let rows: [Row]
    /// The hyperparameter of which rows have the best of each value; nil where they are all.
    public let groupedBy: String?
    /// The verdict in one sentence.
    public let sentence: String
    /// The names of what is not the same in all configurations, in the order of the sweep's file.
    public let varying: [String]
    /// What to call each entry of the ranking.
    public let labels: [String]
    /// What to call each entry within a sentence, where a comma would not tell where a name ends.
    public let names: [String]
    /// The hyperparameters of each entry.
    public let parameters: [[String: SettingValue]]

    /// - Parameter parameter: a hyperparameter of which only the best configuration of each value is to be shown.
    public init(_ view: SweepView, groupedBy parameter: String? = nil) {
        let comparison = parameter.map(view.comparison(of:))
        let ranking = comparison?.ranking ?? view.ranking
        let (evidence, unit) = (comparison?.evidence ?? view.evidence, ranking.unit)
        let described = ranking.entries.map(\.result.described)
        let labels = view.labels(of: described)
        let only = described.count == 1 ? "the only configuration" : nil
        self.view = view
        self.ranking = ranking
        self.evidence = evidence
        self.unit = unit
        groupedBy = parameter
        varying =
            VaryingParameters(among: view.ranking.entries.map(\.result.configuration), order: view.parameterNames).names
        self.labels = described.map { only ?? labels.label(of: [$0]) }
        names = described.map { only ?? labels.label(of: [$0], separator: " ") }
        parameters = ranking.entries.map(\.result.configuration.parametersByName)
        sentence =
            Self.sentence(ofOnly: view, unit: unit) ?? comparison?.sentence(unit: unit, isWhole: true)
            ?? evidence.sentence(labels: names, unit: unit)
        rows = Self.rows(view, ranking, evidence, comparison, labels: self.labels, parameters)
    }

    private static func rows(
        _ view: SweepView, _ ranking: Ranking, _ evidence: RankingEvidence, _ comparison: GroupComparison?,
        labels: [String], _ parameters: [[String: SettingValue]]
    ) -> [Row] {
        let groups = comparison.map { Dictionary($0.groups.map { ($0.entry, $0) }) { first, _ in first } }
        let shown = comparison?.groups.map(\.entry) ?? Array(ranking.entries.indices)
        let isComparison = comparison?.isComparison ?? true
        let verdict = isComparison ? evidence.verdict : nil
        // The best of two groups that did equally well share a rank.
        var places: [Int: Int] = [:]
        for (place, index) in shown.enumerated() {
            if let rank = ranking.entries[index].rank, places[rank] == nil { places[rank] = place + 1 }
        }
        return shown.map { index in
            let entry = ranking.entries[index]
            let standing = isComparison ? evidence.standings[index] : .notCompared
            let (sweep, number) = view.origin(of: entry.result.number)
            let isCompared = [.tied, .worse, .tooFewSeeds].contains(standing)
            return Row(
                rank: groups == nil ? entry.rank : entry.rank.flatMap { places[$0] }, sweep: sweep, number: number,
                entry: index, label: groups?[index]?.label ?? labels[index], result: entry.result,
                parameters: parameters[index],
                summary: evidence.summaries[index], standing: standing,
                comparison: verdict?.comparisons.comparisons[index],
                outperformance: isCompared ? verdict?.comparisons.outperformance(over: index) : nil,
                groupSize: groups?[index]?.count)
        }
    }

    /// What there is to say where nothing can be compared; nil unless there is a single configuration.
    private static func sentence(ofOnly view: SweepView, unit: ObjectiveUnit) -> String? {
        guard view.ranking.entries.count == 1, let summary = view.evidence.summaries[0] else { return nil }
        let interval = summary.interval(in: unit)
        let margin = interval.map { ($0.upper - $0.lower) / 2 } ?? 0
        let remark = interval.map { "95 % interval \(unit.words($0))" } ?? summary.intervalRemark
        return "The only configuration comes to \(unit.words(value: summary.mean, margin: margin))"
            + (remark.map { " (\($0))." } ?? ".")
    }
}

extension RankedConfigurations {
    public var objective: Objective { view.objective }
    public var verdict: Verdict? { evidence.verdict }

    /// Whether others cannot be told apart from the best.
    public var hasTie: Bool { rows.contains { $0.standing == .tied } }

    /// Whether the first is the best of the verdict; it is not where it has too few seeds to be compared.
    public var isLedByBest: Bool { rows.first?.standing == .best }

    /// The entries that have a value of the objective, the best first.
    public var valued: [Int] { ranking.entries.indices.filter { ranking.entries[$0].rank != nil } }

    /// The entry that the sweep recommends: the best of those that can be compared, or else the first. While a sweep
    /// runs, one with a single seed may be ahead of what was compared. Nil also where not all can be compared.
    public var winner: Int? {
        evidence.comparability == nil ? verdict?.comparisons.best ?? valued.first : nil
    }

    /// What always guessing the same comes to; nil where the winner's trials did not measure it.
    public var constantGuess: ConstantGuess? { winner.flatMap { ConstantGuess(beside: $0, in: ranking) } }

    public func trials(of entry: Int) -> [SweepView.TrialResult] {
        let number = ranking.entries[entry].result.number
        let place = groupedBy == nil ? entry : view.ranking.entries.firstIndex { $0.result.number == number }
        return place.map { view.configurations[$0].trials } ?? []
    }

    /// The best of some values of the objective.
    public func best(of values: [Double]) -> Double? { objective.goal == .maximize ? values.max() : values.min() }

    /// What is to be said of the configuration with the best mean of all where it lost seeds.
    public var lostLeader: LostLeader? {
        ranking.lostLeader.map { LostLeader(name: names[$0], result: ranking.entries[$0].result) }
    }

    /// The hyperparameters whose best value lies at the edge of what was tried, where by the objective one may be tuned.
    public var edges: [BestAtEdge] {
        guard view.isTuned, let comparisons = verdict?.comparisons else { return [] }
        return BestAtEdge.all(in: ranking, best: comparisons.best, comparisons: comparisons)
    }

    /// What ails the trainings of some entries, those first, and of others where they show it more.
    public func diagnoses(of told: [Int]) -> [Diagnosis] {
        Diagnosis.all(of: told, in: ranking, outcomes: view.trials.map(\.outcome), labels: names)
    }

    /// By how much the winner, the best of those that cannot be told apart, looks better than it is.
    public var optimism: OptimisticChoice? {
        guard view.isTuned, let winner else { return nil }
        return OptimisticChoice(of: winner, in: ranking, evidence, test: test(of: winner))
    }

    /// What another metric of the finished trials of an entry came to at last, by seed; those without one are left out.
    public func lastValues(of metric: String, entry: Int) -> [Double] {
        trials(of: entry).filter { $0.state == .finished }
            .compactMap { $0.outcome.summaries[metric]?.value(.last, objective.goal)?.value }
    }

    /// What an entry comes to on the test set; nil where that was not measured of all its finished trials, or of other
    /// weights than those that are judged.
    public func test(of entry: Int) -> Double? {
        guard let metric = ranking.metric.testName else { return nil }
        let finished = trials(of: entry).map(\.outcome).filter { $0.state == .finished }
        let values = finished.compactMap { $0.test(metric, with: objective) }
        guard values.count == finished.count else { return nil }
        return SampleStatistics.mean(of: values)
    }
}

/// The configuration with the best mean of all, which lost seeds and so does not come first.
public struct LostLeader: Hashable, Sendable {
    public let name: String
    public let result: ConfigurationResult

    public var sentence: String {
        "\(name) has the best mean, but only of \(result.values.count) of "
            + "\(Phrases.count(result.values.count + result.lostCount, "seed")): the others came to no value."
    }
}
