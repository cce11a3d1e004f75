import Analysis
import Settings
import Sweeps

/// A ranking: the verdict and a table for people, JSON for machines.
struct RankReport {
    let sources: ConfigurationSources
    let configurations: RankedConfigurations
    /// The most configurations to show; nil for all.
    let top: Int?
    let groupedBy: String?
    /// Whether advice on tuning makes sense by the objective.
    let isTuned: Bool

    /// - Parameters:
    ///   - order: the names of parameters in the order of the sweep's file.
    ///   - groupedBy: a hyperparameter of which only the best configuration of each value is shown.
    ///   - own: the metrics that the sweeps themselves are judged by; nil where the ranking is by theirs.
    init(
        _ ranking: Ranking, of sources: ConfigurationSources, order: [String] = [], top: Int? = nil,
        groupedBy: String? = nil, own: Set<String>? = nil, design: SweepDesign = SweepDesign()
    ) {
        isTuned = ranking.metric.isOfUnseenData || own?.contains(ranking.metric.name) ?? true
        self.sources = sources
        self.top = top
        self.groupedBy = groupedBy
        configurations = RankedConfigurations(ranking, of: sources, order: order, groupedBy: groupedBy, design: design)
    }

    /// The ranking of one sweep.
    init(sweep: String, ranking: Ranking, order: [String] = [], top: Int?) {
        self.init(ranking, of: ConfigurationSources(sweep), order: order, top: top)
    }

    private var ranking: Ranking { configurations.ranking }
    private var shown: [RankedConfigurations.Row] { Array(configurations.rows.prefix(top ?? .max)) }

    /// - Parameter isWide: whether the table has all columns, however narrow the terminal.
    func text(for terminal: Terminal, isWide: Bool = false) -> String {
        let states = configurations.states
        let trials = states.values.reduce(0, +)
        let names = SafeText.escaping(Phrases.list(sources.sweeps))
        guard trials > 0 else { return "\(names) \(sources.sweeps.count > 1 ? "have" : "has") no trials yet." }
        let caption = "\(names) by \(Words.objective(ranking.objective)): "
        let finished = states[.finished] ?? 0
        guard ranking.entries.contains(where: { $0.rank != nil }) else {
            let mayCome = states.contains { !$0.key.isEnd }
            let words =
                finished == 0
                ? "none of \(Phrases.count(trials, "trial")) has finished\(mayCome ? " yet" : "")"
                : "no finished trial has a value"
            return "\(caption)\(words) (\(Words.states(states)))."
        }
        let table = RankTable(
            configurations: configurations, rows: shown, groupedBy: groupedBy, showsSweeps: sources.sweeps.count > 1)
        return "\(caption)\(finished) of \(Phrases.count(trials, "trial")) finished\n\n"
            + terminal.wrapping(verdict) + "\n\n"
            + table.text(for: terminal, isWide: isWide)
    }

    /// That nothing was learned is said before any table.
    private var verdict: String {
        let guess = configurations.constantGuess.flatMap { $0.isBeaten ? nil : $0.sentence }
        return SafeText.escaping([configurations.sentence, guess].compactMap(\.self).joined(separator: " "))
    }

    /// What the table does not say by itself.
    var notes: [String] {
        var notes: [String] = []
        let hidden = configurations.rows.count - shown.count
        if hidden > 0 { notes.append("\(Phrases.count(hidden, "more configuration")) not shown.") }
        guard ranking.entries.contains(where: { $0.rank != nil }) else { return notes }
        var others = configurations.states
        others[.finished] = nil
        if !others.isEmpty { notes.append("Not counted: \(Words.states(others)).") }
        if let lost = lostLeaderNote { notes.append(lost) }
        if isTuned, let comparisons = configurations.verdict?.comparisons {
            notes += BestAtEdge.all(in: ranking, best: comparisons.best, comparisons: comparisons).map(\.sentence)
        }
        return notes.map(SafeText.escaping)
    }

    /// The one with the best mean, had it not lost seeds; nil if it lost none.
    private var lostLeaderNote: String? {
        guard let leader = ranking.lostLeader else { return nil }
        let result = ranking.entries[leader].result
        let label = sources.labels(of: ranking.entries.map(\.result), order: configurations.varying)[leader]
        return "\(label) has the best mean, but only of \(result.values.count) of "
            + "\(Phrases.count(result.values.count + result.lostCount, "seed")): the others came to no value."
    }

    var json: String {
        SettingValue.mapping([
            "sweeps": .list(sources.sweeps.map { .string($0) }), "objective": SettingValue(ranking.objective),
            "trials": SettingValue(configurations.states),
            "varying": .list(configurations.varying.map { .string($0) }), "group_by": SettingValue(groupedBy),
            "verdict": .string(configurations.sentence), "resolution": .number(ranking.resolution),
            "constant_guess": SettingValue(configurations.constantGuess),
            "configurations": .list(shown.map { $0.json(unit: configurations.unit) }),
        ]).canonicalJSON
    }
}
