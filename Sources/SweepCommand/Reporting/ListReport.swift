import Analysis
import ResultsStore
import Settings
import Sweeps

/// Sweeps, one a line.
struct ListReport {
    let sweeps: [StoredSweep]

    func text(for terminal: Terminal) -> String {
        guard !sweeps.isEmpty else { return "No sweeps yet; 'sweep run FILE' runs the first." }
        let columns = [
            TextTable.Column("sweep", sweeps.map(\.record.name)),
            TextTable.Column("trials", .right, sweeps.map { String($0.trials.count) }),
            TextTable.Column("finished", .right, sweeps.map { String($0.states[.finished] ?? 0) }),
            TextTable.Column("others", sweeps.map { Words.states($0.states.filter { $0.key != .finished }) }).ifItFits,
            TextTable.Column("best", .right, sweeps.map { best(of: $0).map(NumberText.short) ?? "" }),
            TextTable.Column("metric", sweeps.map(\.record.objective.metric)).ifItFits,
            TextTable.Column("last run", sweeps.map { Words.time($0.record.updatedAt) }).ifItFits,
            TextTable.Column("file", sweeps.map(\.record.filePath)).ifItFits,
        ]
        return TextTable(columns: columns.filter { !$0.isEmpty }).text(for: terminal)
    }

    var json: String {
        SettingValue.list(
            sweeps.map { sweep in
                .mapping([
                    "sweep": .string(sweep.record.name), "description": SettingValue(sweep.record.description),
                    "file": .string(sweep.record.filePath), "objective": SettingValue(sweep.record.objective),
                    "trials": SettingValue(sweep.states), "best": SettingValue(best(of: sweep)),
                    "created": SettingValue(sweep.record.createdAt), "last_run": SettingValue(sweep.record.updatedAt),
                ])
            }
        ).canonicalJSON
    }

    private func best(of sweep: StoredSweep) -> Double? {
        Ranking(of: sweep.outcomes, by: sweep.record.objective).entries.first?.result.mean
    }
}
