import Analysis
import Reports
import Settings
import Sweeps

/// A ranking with what its reports say of each configuration, worked out once.
struct RankedConfigurations {
    struct Row {
        let rank: Int?
        /// Of the sweep that it is from.
        let sweep: String
        /// In its sweep.
        let number: Int
        let result: ConfigurationResult
        /// By dotted name.
        let parameters: [String: SettingValue]
        let summary: SampleSummary?
        let standing: Standing
        /// With the best; nil for the best itself and where nothing was compared.
        let comparison: Comparison?
        /// With how many seeds the best does better; nil for the best itself and where that was not compared.
        let outperformance: OutperformanceProbability?
        /// How many configurations it was picked from, where rows are the best of groups.
        let groupSize: Int?
    }

    /// Of groups, that of the configurations over which they are compared.
    let ranking: Ranking
    /// How values of the objective are written.
    let unit: ObjectiveUnit
    /// Best first: all, or the best of each group.
    let rows: [Row]
    /// The verdict in one sentence.
    let sentence: String
    let evidence: RankingEvidence
    /// Nil where the best did not measure it.
    let constantGuess: ConstantGuess?
    /// The names of what is not the same in all configurations.
    let varying: [String]
    /// How many trials are in each state.
    let states: [TrialState: Int]

    /// - Parameters:
    ///   - sources: which sweep each configuration is from and its number there; a single sweep by default.
    ///   - order: the names of parameters in the order of the sweep's file.
    ///   - groupedBy: a hyperparameter of which only the best configuration of each value is to be shown.
    ///   - design: how the configurations came about, for what groups are compared over.
    init(
        _ whole: Ranking, of sources: ConfigurationSources, order: [String], groupedBy parameter: String? = nil,
        design: SweepDesign = SweepDesign()
    ) {
        let all = RankingEvidence(whole)
        let names = VaryingParameters(among: whole.entries.map(\.result.configuration), order: order).names
        let comparison = parameter.map { GroupComparison(of: $0, in: whole, all, design: design, order: order) }
        let groups = comparison?.groups
        let (ranking, evidence) = comparison.map { ($0.ranking, $0.evidence) } ?? (whole, all)
        let isComparison = comparison?.isComparison ?? true
        let unit = ranking.unit
        self.ranking = ranking
        self.unit = unit
        self.evidence = evidence
        let best = evidence.verdict?.comparisons.best ?? ranking.entries.firstIndex { $0.rank != nil }
        constantGuess = best.flatMap { ConstantGuess(beside: $0, in: ranking) }
        varying = names
        states = whole.entries.reduce(into: [:]) { $0.merge($1.result.trials, uniquingKeysWith: +) }
        sentence =
            Self.sentence(ofOnly: whole, all, unit: unit) ?? comparison?.sentence(unit: unit, isWhole: true)
            ?? evidence.sentence(labels: sources.labels(of: ranking.entries.map(\.result), order: order), unit: unit)
        let sizes = groups.map { Dictionary($0.map { ($0.entry, $0.count) }) { first, _ in first } }
        let shown = groups?.map(\.entry) ?? Array(ranking.entries.indices)
        let hasVerdict = evidence.verdict != nil && isComparison
        // The best of two groups that did equally well share a rank.
        var places: [Int: Int] = [:]
        for (place, index) in shown.enumerated() {
            if let rank = ranking.entries[index].rank, places[rank] == nil { places[rank] = place + 1 }
        }
        rows = shown.map { index in
            let entry = ranking.entries[index]
            let standing = isComparison ? evidence.standings[index] : .notCompared
            let (sweep, number) = sources.origin(of: entry.result.number)
            let isCompared = hasVerdict && [.tied, .worse, .tooFewSeeds].contains(standing)
            return Row(
                rank: groups == nil ? entry.rank : entry.rank.flatMap { places[$0] }, sweep: sweep, number: number,
                result: entry.result,
                parameters: entry.result.configuration.parametersByName,
                summary: evidence.summaries[index], standing: standing,
                comparison: hasVerdict ? evidence.verdict?.comparisons.comparisons[index] : nil,
                outperformance: isCompared ? evidence.verdict?.comparisons.outperformance(over: index) : nil,
                groupSize: sizes?[index])
        }
    }

    /// What there is to say where nothing can be compared; nil unless there is a single configuration.
    private static func sentence(
        ofOnly ranking: Ranking, _ evidence: RankingEvidence, unit: ObjectiveUnit
    ) -> String? {
        guard ranking.entries.count == 1, let summary = evidence.summaries[0] else { return nil }
        let interval = summary.interval(in: unit)
        let margin = interval.map { ($0.upper - $0.lower) / 2 } ?? 0
        let remark = interval.map { "95 % interval \(unit.words($0))" } ?? summary.intervalRemark
        return "The only configuration comes to \(unit.words(value: summary.mean, margin: margin))"
            + (remark.map { " (\($0))." } ?? ".")
    }

    var verdict: Verdict? { evidence.verdict }

    /// Whether others cannot be told apart from the best.
    var hasTie: Bool { rows.contains { $0.standing == .tied } }

    /// Whether the first is the best of the verdict; it is not where it has too few seeds to be compared.
    var isLedByBest: Bool { rows.first?.standing == .best }

}
