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
    /// What to call each entry within a sentence, where a comma would not tell where a name ends; by its number where tables
    /// have these, since settings are too long.
    public let names: [String]
    /// The same by their settings, however long.
    public let longNames: [String]
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
        let numbers = only == nil && view.hasLongLabels() ? Self.numbers(of: ranking, in: view) : [:]
        longNames = described.map { only ?? labels.label(of: [$0], separator: " ") }
        names = longNames.enumerated().map { numbers[$0] ?? $1 }
        parameters = ranking.entries.map(\.result.configuration.parametersByName)
        var within = names
        for part in evidence.parts where part.entries.count > 1 {
            let own = view.labels(of: part.entries.map { described[$0] })
            for entry in part.entries where numbers[entry] == nil {
                within[entry] = own.label(of: [described[entry]], separator: " ")
            }
        }
        namesWithinParts = within
        sentence = Self.sentence(of: view, scopes, evidence, unit: unit, names: within)
        sections = Self.sections(view, ranking, scopes, labels: self.labels, parameters)
    }

    /// `#7` for each entry that the sweep's file does not name, of several sweeps with the sweep's name.
    private static func numbers(of ranking: Ranking, in view: SweepView) -> [Int: String] {
        let results = ranking.entries.map(\.result)
        let given = view.given.of(results.map(\.described))
        let own = results.enumerated().filter { given[$1.described] == nil }.map { entry, result in
            let (sweep, number) = view.origin(of: result.number)
            return (entry, view.sources.count > 1 ? "\(sweep) #\(number)" : "#\(number)")
        }
        return Dictionary(uniqueKeysWithValues: own)
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
}
