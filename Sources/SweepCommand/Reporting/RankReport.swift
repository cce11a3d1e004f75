import Analysis
import Settings
import Sweeps

/// A ranking as a table for people and as JSON for machines.
struct RankReport {
    let sweep: String
    let ranking: Ranking
    /// The names of parameters in the order of the sweep's file.
    var order: [String] = []
    /// The condition that chose the trials, for words.
    let condition: String?
    /// The most configurations to show; nil for all.
    let top: Int?

    private var shown: [Ranking.Entry] { Array(ranking.entries.prefix(top ?? .max)) }
    private var results: [ConfigurationResult] { ranking.entries.map(\.result) }
    private var varying: [String] { VaryingParameters(among: results.map(\.configuration), order: order).names }
    private var states: [TrialState: Int] {
        results.reduce(into: [:]) { $0.merge($1.trials, uniquingKeysWith: +) }
    }

    func text(for terminal: Terminal) -> String {
        let trials = states.values.reduce(0, +)
        guard trials > 0 else {
            let condition = condition.map { " for which \(SafeText.escaping($0)) holds" } ?? ""
            return "\(sweep) has no trials\(condition)\(condition.isEmpty ? " yet" : "")."
        }
        let caption = "\(sweep) by \(Words.objective(ranking.objective)): "
        let finished = states[.finished] ?? 0
        guard ranking.entries.contains(where: { $0.rank != nil }) else {
            let words =
                finished == 0
                ? "none of \(Words.count(trials, "trial")) has finished yet" : "no finished trial has a value"
            return "\(caption)\(words) (\(Words.states(states)))."
        }
        return "\(caption)\(finished) of \(Words.count(trials, "trial")) finished\n\n" + table.text(for: terminal)
    }

    /// What the table does not say by itself.
    var notes: [String] {
        var notes: [String] = []
        let hidden = ranking.entries.count - shown.count
        if hidden > 0 { notes.append("\(Words.count(hidden, "more configuration")) not shown.") }
        if results.contains(where: { !$0.values.isEmpty }),
            !results.contains(where: { $0.trials.values.reduce(0, +) > 1 })
        {
            notes.append("One seed each, so how much chance decides cannot be told; 'seeds: 3' in the file would.")
        }
        var others = states
        others[.finished] = nil
        if !others.isEmpty, ranking.entries.contains(where: { $0.rank != nil }) {
            notes.append("Not counted: \(Words.states(others)).")
        }
        return notes
    }

    private var table: TextTable {
        let shown = self.shown.map(\.result)
        let names = varying
        var columns = [
            TextTable.Column("rank", .right, self.shown.map { $0.rank.map(String.init) ?? "–" }),
            TextTable.Column(ranking.objective.metric, numbers: shown.map(\.mean)),
            TextTable.Column("sd", numbers: shown.map(\.standardDeviation), like: shown.map(\.mean)),
            TextTable.Column("seeds", .right, shown.map { String($0.values.count) }),
            TextTable.Column("epoch", numbers: shown.map(\.epoch)).ifItFits,
            TextTable.Column("time", .right, shown.map { $0.seconds.map(NumberText.duration) ?? "" }).ifItFits,
        ]
        for name in names {
            let values = shown.map { value(name, of: $0.configuration) }
            let areNumbers = values.allSatisfy { $0?.number != nil || $0 == nil }
            columns.append(
                TextTable.Column(name, areNumbers ? .right : .left, values.map { $0?.description ?? "" }))
        }
        columns.append(TextTable.Column("other trials", shown.map(others)))
        columns.append(TextTable.Column("best trial", shown.map { bestTrial(of: $0)?.trial.shortName ?? "" }).ifItFits)
        return TextTable(columns: columns.filter { !$0.isEmpty })
    }

    private func value(_ name: String, of configuration: Configuration) -> SettingValue? {
        configuration.parameters.first { $0.name == name }?.value
    }

    /// The trials that have not finished, by state.
    private func others(of result: ConfigurationResult) -> String {
        Words.states(result.trials.filter { $0.key != .finished })
    }

    private func bestTrial(of result: ConfigurationResult) -> ConfigurationResult.SeedValue? {
        result.values.reduce(nil) { best, value in
            guard let best else { return value }
            return ranking.objective.prefers(value.point.value, to: best.point.value) ? value : best
        }
    }

    var json: String {
        SettingValue.mapping([
            "sweep": .string(sweep), "objective": SettingValue(ranking.objective), "trials": SettingValue(states),
            "varying": .list(varying.map { .string($0) }), "configurations": .list(shown.map(json)),
        ]).canonicalJSON
    }

    private func json(of entry: Ranking.Entry) -> SettingValue {
        let result = entry.result
        return .mapping([
            "rank": SettingValue(entry.rank), "configuration": .int(result.number), "mean": SettingValue(result.mean),
            "sd": SettingValue(result.standardDeviation), "seeds": .int(result.values.count),
            "epoch": SettingValue(result.epoch), "seconds": SettingValue(result.seconds),
            "trials": SettingValue(result.trials), "hyperparameters": .mapping(result.configuration.settings),
            "values": .list(
                result.values.map { value in
                    .mapping([
                        "seed": .int(value.seed), "trial": .string(value.trial.shortName),
                        "value": .number(value.point.value), "epoch": .int(value.point.epoch),
                    ])
                }),
        ])
    }
}
