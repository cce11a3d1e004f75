import Analysis
import Reports
import Settings
public import SweepViews
import Sweeps

/// A ranking: the verdict and a table for people, JSON for machines.
public struct RankReport {
    let configurations: RankedConfigurations
    /// The most configurations to show, of each part where not all can be compared; nil for all.
    let top: Int?

    public init(_ configurations: RankedConfigurations, top: Int? = nil) {
        self.configurations = configurations
        self.top = top
    }

    private var view: SweepView { configurations.view }
    private var ranking: Ranking { configurations.ranking }
    private var shown: [RankedConfigurations.Section] { configurations.sections.map { $0.prefix(top ?? .max) } }
    private var rows: [RankedConfigurations.Row] { shown.flatMap(\.rows) }

    /// - Parameter isWide: whether the table has all columns, however narrow the terminal.
    public func text(for terminal: Terminal, isWide: Bool = false) -> String {
        let states = view.states
        let trials = states.values.reduce(0, +)
        let names = SafeText.escaping(Phrases.list(view.sources.map(\.name)))
        guard trials > 0 else { return "\(names) \(view.sources.count > 1 ? "have" : "has") no trials yet." }
        let caption = "\(names) by \(Words.objective(ranking.objective)): "
        let finished = states[.finished] ?? 0
        guard ranking.entries.contains(where: { $0.rank != nil }) else {
            let mayCome = states.contains { !$0.key.isEnd }
            let words =
                finished == 0
                ? "none of \(Phrases.count(trials, "trial")) has finished\(mayCome ? " yet" : "")"
                : "no finished trial has a value"
            let absence = ObjectiveAbsence(view).map { "\n\n" + terminal.wrapping(SafeText.escaping($0.words)) } ?? ""
            return "\(caption)\(words) (\(Phrases.states(states)))." + absence
        }
        let table = RankTable(
            configurations: configurations, sections: shown)
        return "\(caption)\(finished) of \(Phrases.count(trials, "trial")) finished\n\n"
            + terminal.wrapping(verdict) + "\n\n"
            + table.text(for: terminal, isWide: isWide)
    }

    /// That nothing was learned is said before any table.
    private var verdict: String {
        let sentences = [configurations.sentence, configurations.constantGuesses.unbeatenSentence]
        return SafeText.escaping(sentences.compactMap(\.self).joined(separator: " "))
    }

    /// What the table does not say by itself.
    public var notes: [String] {
        var notes: [String] = []
        let hidden = configurations.rows.count - rows.count
        if hidden > 0 { notes.append("\(Phrases.count(hidden, "more configuration")) not shown.") }
        guard ranking.entries.contains(where: { $0.rank != nil }) else { return notes }
        var others = view.states
        others[.finished] = nil
        if !others.isEmpty { notes.append("Not counted: \(Phrases.states(others)).") }
        if let lost = configurations.lostLeader { notes.append(lost.sentence) }
        notes += configurations.edges.map(\.sentence)
        notes += configurations.diagnoses(of: configurations.leaders).map(\.sentence)
        return notes.map(SafeText.escaping)
    }

    public var json: String {
        SettingValue.mapping([
            "sweeps": .list(view.sources.map { .string($0.name) }), "objective": SettingValue(ranking.objective),
            "trials": SettingValue(view.states),
            "varying": .list(configurations.varying.map { .string($0) }),
            "group_by": SettingValue(configurations.groupedBy),
            "verdict": .string(configurations.sentence), "resolution": .number(ranking.resolution),
            "absence": SettingValue(ObjectiveAbsence(view)?.words),
            "constant_guesses": configurations.constantGuesses.json,
            "comparable_within": .list(
                (configurations.evidence.comparability?.words ?? []).map { .string($0) }),
            "judge_by": .list(view.measures.map { .string($0) }),
            "configurations": .list(rows.map { $0.json(unit: configurations.unit) }),
        ]).canonicalJSON
    }
}
