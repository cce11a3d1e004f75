import Analysis
import Settings
public import SweepViews
import Sweeps

/// Sweeps, one a line.
public struct ListReport {
    /// Of one sweep each.
    let sweeps: [SweepView]

    public init(sweeps: [SweepView]) {
        self.sweeps = sweeps
    }

    public func text(for terminal: Terminal) -> String {
        guard !sweeps.isEmpty else { return "No sweeps yet; 'sweep run FILE' runs the first." }
        let columns = [
            TextTable.Column("sweep", sweeps.map(\.sweep)),
            TextTable.Column("trials", .right, sweeps.map { String($0.trials.count) }),
            TextTable.Column("finished", .right, sweeps.map { String($0.states[.finished] ?? 0) }),
            TextTable.Column("others", sweeps.map { Phrases.states($0.states.filter { $0.key != .finished }) })
                .ifItFits,
            TextTable.Column("best", .right, sweeps.map { best(of: $0).map(NumberText.short) ?? "" }),
            TextTable.Column("metric", sweeps.map(\.objective.metric)).ifItFits,
            TextTable.Column("last run", sweeps.map { Words.time($0.sources[0].updatedAt) }).ifItFits,
            TextTable.Column("file", sweeps.map(\.sources[0].filePath)).ifItFits,
        ]
        return TextTable(columns: columns.filter { !$0.isEmpty }).text(for: terminal)
    }

    public var json: String {
        SettingValue.list(
            sweeps.map { sweep in
                .mapping([
                    "sweep": .string(sweep.sweep), "description": SettingValue(sweep.sources[0].description),
                    "file": .string(sweep.sources[0].filePath), "objective": SettingValue(sweep.objective),
                    "trials": SettingValue(sweep.states), "best": SettingValue(best(of: sweep)),
                    "created": SettingValue(sweep.sources[0].createdAt),
                    "last_run": SettingValue(sweep.sources[0].updatedAt),
                ])
            }
        ).canonicalJSON
    }

    /// Nil also where not all can be compared.
    private func best(of sweep: SweepView) -> Double? {
        sweep.ranking.comparability == nil ? sweep.ranking.entries.first?.result.mean : nil
    }
}
