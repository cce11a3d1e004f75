import Analysis
public import Foundation
import ResultsStore
import Settings
public import SweepViews
import Sweeps

/// How far one sweep is.
public struct StatusReport {
    /// Of one sweep, with its attempts.
    let view: SweepView
    let now: Date
    /// Whether a process schedules the sweep; without one, nothing runs, whatever the last one left in the store.
    let isScheduled: Bool

    public init(view: SweepView, now: Date, isScheduled: Bool) {
        self.view = view
        self.now = now
        self.isScheduled = isScheduled
    }

    private var objective: Objective { view.objective }
    private var running: [SweepView.TrialResult] { view.trials.filter { $0.state == .running } }
    private var broken: [SweepView.TrialResult] {
        view.trials.filter { [.failed, .timedOut, .diverged].contains($0.state) }
    }

    public func text(for terminal: Terminal) -> String {
        guard !view.trials.isEmpty else { return "\(view.sweep) has no trials yet." }
        var text =
            "\(view.sweep): \(Phrases.count(view.trials.count, "trial")) (\(Phrases.states(view.states)))\n"
        if !isScheduled, !running.isEmpty {
            text +=
                "\nNo run is under way: the last one was killed. 'sweep run \(SafeText.escaping(view.sources[0].filePath))' "
                + "goes on with \(Phrases.count(running.count, "trial that it left", plural: "trials that it left")).\n"
        } else if !running.isEmpty {
            text += "\n" + runningTable.text(for: terminal)
        }
        let stopped = view.trials.count { StoppedEarly($0.outcome) != nil }
        if stopped > 0 { text += "\n\(Phrases.count(stopped, "trial")) stopped early, as 'early_stopping' says.\n" }
        if let absence = ObjectiveAbsence(view) {
            text += "\n" + terminal.wrapping(SafeText.escaping(absence.words)) + "\n"
        }
        if !broken.isEmpty { text += "\n" + brokenTable.text(for: terminal) }
        return text
    }

    private var runningTable: TextTable {
        TextTable(
            columns: [
                TextTable.Column("running", running.map(\.shortName)),
                TextTable.Column("seed", .right, running.map { String($0.trial.seed) }),
                TextTable.Column("attempt", .right, running.map { String($0.record?.attempts ?? 0) }),
                TextTable.Column("epoch", .right, running.map(epochWords)),
                TextTable.Column(
                    objective.isNamed ? "last \(objective.metric)" : "last",
                    numbers: running.map { $0.last(objective.metric)?.value }),
                TextTable.Column("best", numbers: running.map { best($0)?.value }),
                TextTable.Column("for", .right, running.map { age($0).map(Phrases.duration) ?? "" }),
            ].filter { !$0.isEmpty })
    }

    private var brokenTable: TextTable {
        TextTable(
            columns: [
                TextTable.Column("trial", broken.map(\.shortName)),
                TextTable.Column("seed", .right, broken.map { String($0.trial.seed) }),
                TextTable.Column("state", broken.map(\.state.words)),
                TextTable.Column("why", broken.map { $0.record?.message.map(SafeText.oneLine) ?? "" }),
            ].filter { !$0.isEmpty })
    }

    public var json: String {
        SettingValue.mapping([
            "sweep": .string(view.sweep), "objective": SettingValue(objective),
            "trials": SettingValue(view.states), "is_scheduled": .bool(isScheduled),
            "running": .list(
                running.map { trial in
                    .mapping([
                        "trial": .string(trial.shortName), "seed": .int(trial.trial.seed),
                        "attempt": .int(trial.record?.attempts ?? 0), "epoch": SettingValue(trial.epoch),
                        "last": SettingValue(trial.last(objective.metric)), "best": SettingValue(best(trial)),
                        "seconds": SettingValue(age(trial)),
                    ])
                }),
            "broken": .list(
                broken.map { trial in
                    .mapping([
                        "trial": .string(trial.shortName), "seed": .int(trial.trial.seed),
                        "state": .string(trial.state.rawValue), "message": SettingValue(trial.record?.message),
                    ])
                }),
        ]).canonicalJSON
    }

    private func best(_ trial: SweepView.TrialResult) -> MetricPoint? { view.best(objective.metric, of: trial) }

    /// `12/30` where the configuration says how many there will be.
    private func epochWords(_ trial: SweepView.TrialResult) -> String {
        guard let epoch = trial.epoch else { return "" }
        guard case .int(let epochs)? = trial.trial.configuration["epochs"] else { return String(epoch) }
        return "\(epoch)/\(epochs)"
    }

    /// How long its present attempt has run, in seconds.
    private func age(_ trial: SweepView.TrialResult) -> Double? {
        trial.attempts.last { $0.number == trial.record?.attempts }
            .map { max(0, now.timeIntervalSince1970 - $0.start) }
    }
}
