public import Analysis
public import Settings
public import Sweeps

/// A ranking with what there is to say of each configuration, worked out once.
public struct RankedConfigurations: Sendable {
    public struct Row: Sendable {
        /// Counted from 1 among those that can be compared; equals share one. Nil without a value.
        public let rank: Int?
        /// What those that it can be compared with have in common: `loss mse`; nil where all can be, and without a value.
        public let part: String?
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

    /// Rows that can be compared with each other, the best first; or what has no value beside several such.
    public struct Section: Sendable {
        /// What they have in common and others have not: `loss mse`; nil where all can be compared, and without a value.
        public let label: String?
        /// On what they are rows of; nil where nothing can be told apart.
        public let verdict: Verdict?
        public let rows: [Row]

        public init(label: String?, verdict: Verdict?, rows: [Row]) {
            self.label = label
            self.verdict = verdict
            self.rows = rows
        }

        /// Whether others cannot be told apart from the best.
        public var hasTie: Bool { rows.contains { $0.standing == .tied } }

        /// Whether the first is the best of the verdict; it is not where it has too few seeds to be compared.
        public var isLedByBest: Bool { rows.first?.standing == .best }

        /// The same with the first rows alone.
        public func prefix(_ count: Int) -> Section {
            Section(label: label, verdict: verdict, rows: Array(rows.prefix(count)))
        }
    }

    public let view: SweepView
    /// Of groups, that of the configurations over which they are compared.
    public let ranking: Ranking
    public let evidence: RankingEvidence
    /// How values of the objective are written.
    public let unit: ObjectiveUnit
    /// All rows, or the best of each group; one section unless not all can be compared.
    public let sections: [Section]
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
    /// The same where it is said among which that can be compared an entry stands: what differs among these alone.
    public let namesWithinParts: [String]
    /// The hyperparameters of each entry.
    public let parameters: [[String: SettingValue]]

    /// - Parameter parameter: a hyperparameter of which only the best configuration of each value is to be shown.
    public init(_ view: SweepView, groupedBy parameter: String? = nil) {
        let scopes = Scope.all(of: view, groupedBy: parameter)
        let ranking = scopes.count == 1 ? scopes[0].ranking : view.ranking
        let (evidence, unit) = (scopes.count == 1 ? scopes[0].evidence : view.evidence, ranking.unit)
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
        var within = names
        for part in evidence.parts where part.entries.count > 1 {
            let own = view.labels(of: part.entries.map { described[$0] })
            for entry in part.entries { within[entry] = own.label(of: [described[entry]], separator: " ") }
        }
        namesWithinParts = within
        sentence = Self.sentence(of: view, scopes, evidence, unit: unit, names: within)
        sections = Self.sections(view, ranking, scopes, labels: self.labels, parameters)
    }

    /// Configurations that can be compared with each other, or of those the ones over which groups are compared.
    private struct Scope {
        let label: String?
        let ranking: Ranking
        let evidence: RankingEvidence
        let comparison: GroupComparison?

        static func all(of view: SweepView, groupedBy parameter: String?) -> [Scope] {
            guard view.evidence.comparability != nil else {
                return [Scope(nil, view.ranking, view.evidence, parameter.map { view.comparison(of: $0) })]
            }
            return view.evidence.parts.map { part in
                Scope(part.label, part.ranking, part.evidence, parameter.map { view.comparison(of: $0, within: part) })
            }
        }

        init(_ label: String?, _ ranking: Ranking, _ evidence: RankingEvidence, _ comparison: GroupComparison?) {
            self.label = label
            self.ranking = comparison?.ranking ?? ranking
            self.evidence = comparison?.evidence ?? evidence
            self.comparison = comparison
        }
    }

    private static func sections(
        _ view: SweepView, _ ranking: Ranking, _ scopes: [Scope], labels: [String],
        _ parameters: [[String: SettingValue]]
    ) -> [Section] {
        let entries = Dictionary(
            uniqueKeysWithValues: ranking.entries.enumerated().map { ($1.result.number, $0) })
        func row(_ scope: Scope, _ index: Int, rank: Int?, _ standing: Standing, _ group: Ranking.Group?) -> Row? {
            let result = scope.ranking.entries[index].result
            guard let entry = entries[result.number] else { return nil }
            let comparisons = (scope.comparison?.isComparison ?? true) ? scope.evidence.verdict?.comparisons : nil
            let (sweep, number) = view.origin(of: result.number)
            let isCompared = [.tied, .worse, .tooFewSeeds].contains(standing)
            return Row(
                rank: rank, part: scope.label, sweep: sweep, number: number, entry: entry,
                label: group?.label ?? labels[entry], result: result, parameters: parameters[entry],
                summary: scope.evidence.summaries[index], standing: standing,
                comparison: comparisons?.comparisons[index],
                outperformance: isCompared ? comparisons?.outperformance(over: index) : nil, groupSize: group?.count)
        }
        let sections = scopes.map { scope in
            let groups = scope.comparison.map { Dictionary($0.groups.map { ($0.entry, $0) }) { first, _ in first } }
            let shown = scope.comparison?.groups.map(\.entry) ?? Array(scope.ranking.entries.indices)
            // The best of two groups that did equally well share a rank.
            var places: [Int: Int] = [:]
            for (place, index) in shown.enumerated() {
                if let rank = scope.ranking.entries[index].rank, places[rank] == nil { places[rank] = place + 1 }
            }
            let isComparison = (scope.comparison?.isComparison ?? true) && (scope.label == nil || shown.count > 1)
            let rows = shown.compactMap { index in
                let (rank, standing) = (scope.ranking.entries[index].rank, scope.evidence.standings[index])
                return row(
                    scope, index, rank: groups == nil ? rank : rank.flatMap { places[$0] },
                    isComparison || standing == .lostSeeds ? standing : .notCompared, groups?[index])
            }
            return Section(label: scope.label, verdict: isComparison ? scope.evidence.verdict : nil, rows: rows)
        }
        guard let scope = scopes.first, scope.label != nil, scope.comparison == nil else { return sections }
        // Without a value each is of no part.
        let whole = Scope(nil, view.ranking, view.evidence, nil)
        let rows = ranking.entries.indices.filter { ranking.entries[$0].rank == nil }.compactMap { index in
            row(whole, index, rank: nil, .noValue, nil)
        }
        return sections + (rows.isEmpty ? [] : [Section(label: nil, verdict: nil, rows: rows)])
    }

    private static func sentence(
        of view: SweepView, _ scopes: [Scope], _ evidence: RankingEvidence, unit: ObjectiveUnit, names: [String]
    ) -> String {
        guard let comparability = view.evidence.comparability, scopes.contains(where: { $0.comparison != nil }) else {
            return Self.sentence(ofOnly: view, unit: unit) ?? scopes[0].comparison?.sentence(unit: unit, isWhole: true)
                ?? evidence.sentence(labels: names, unit: unit, judgingBy: view.measures)
        }
        let told = scopes.count > RankingEvidence.mostParts ? [] : scopes
        let sentences = told.compactMap { scope -> String? in
            guard let label = scope.label, let comparison = scope.comparison, comparison.groups.count > 1 else {
                return nil
            }
            return "Of \(label): \(comparison.sentence(unit: unit))"
        }
        return ([comparability.sentence(judgingBy: view.measures)] + sentences).joined(separator: " ")
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

    /// All, section by section.
    public var rows: [Row] { sections.flatMap(\.rows) }

    /// The entries that have a value of the objective, the best first.
    public var valued: [Int] { ranking.entries.indices.filter { ranking.entries[$0].rank != nil } }

    /// The entry that the sweep recommends: the best of those that can be compared, or else the first. While a sweep
    /// runs, one with a single seed may be ahead of what was compared. Nil also where not all can be compared.
    public var winner: Int? {
        evidence.comparability == nil ? verdict?.comparisons.best ?? valued.first : nil
    }

    /// The winner, or the best of each part where not all can be compared.
    public var leaders: [Int] {
        if let winner { return [winner] }
        return sections.compactMap { section in
            (section.rows.first { $0.standing == .best } ?? section.rows.first { $0.rank != nil })?.entry
        }
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
        return BestAtEdge.all(in: ranking, best: comparisons.best, comparisons: comparisons, design: view.design)
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
