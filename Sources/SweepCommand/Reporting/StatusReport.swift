import Foundation
import ResultsStore
import Settings
import Sweeps

/// How far one sweep is.
struct StatusReport {
    let sweep: StoredSweep
    let attempts: [AttemptRecord]
    let now: Date
    /// Whether a process schedules the sweep; without one, nothing runs, whatever the last one left in the store.
    let isScheduled: Bool

    private var objective: Objective { sweep.record.objective }
    private var running: [TrialRecord] { sweep.trials.filter { $0.state == .running } }
    private var broken: [TrialRecord] {
        sweep.trials.filter { [.failed, .timedOut, .diverged].contains($0.state) }
    }

    func text(for terminal: Terminal) -> String {
        guard !sweep.trials.isEmpty else { return "\(sweep.record.name) has no trials yet." }
        var text =
            "\(sweep.record.name): \(Phrases.count(sweep.trials.count, "trial")) (\(Words.states(sweep.states)))\n"
        if !isScheduled, !running.isEmpty {
            text +=
                "\nNo run is under way: the last one was killed. 'sweep run \(SafeText.escaping(sweep.record.filePath))' "
                + "goes on with \(Phrases.count(running.count, "trial that it left", plural: "trials that it left")).\n"
        } else if !running.isEmpty {
            text += "\n" + runningTable.text(for: terminal)
        }
        if !broken.isEmpty { text += "\n" + brokenTable.text(for: terminal) }
        return text
    }

    private var runningTable: TextTable {
        TextTable(
            columns: [
                TextTable.Column("running", running.map(\.shortName)),
                TextTable.Column("seed", .right, running.map { String($0.trial.seed) }),
                TextTable.Column("attempt", .right, running.map { String($0.attempts) }),
                TextTable.Column("epoch", .right, running.map(epochWords)),
                TextTable.Column("last \(objective.metric)", numbers: running.map { last($0)?.value }),
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
                TextTable.Column("why", broken.map { $0.message.map(SafeText.oneLine) ?? "" }),
            ].filter { !$0.isEmpty })
    }

    var json: String {
        SettingValue.mapping([
            "sweep": .string(sweep.record.name), "objective": SettingValue(objective),
            "trials": SettingValue(sweep.states), "is_scheduled": .bool(isScheduled),
            "running": .list(
                running.map { trial in
                    .mapping([
                        "trial": .string(trial.shortName), "seed": .int(trial.trial.seed),
                        "attempt": .int(trial.attempts), "epoch": SettingValue(epoch(trial)),
                        "last": SettingValue(last(trial)), "best": SettingValue(best(trial)),
                        "seconds": SettingValue(age(trial)),
                    ])
                }),
            "broken": .list(
                broken.map { trial in
                    .mapping([
                        "trial": .string(trial.shortName), "seed": .int(trial.trial.seed),
                        "state": .string(trial.state.rawValue), "message": SettingValue(trial.message),
                    ])
                }),
        ]).canonicalJSON
    }

    private func last(_ trial: TrialRecord) -> MetricPoint? { sweep.summaries[trial.id]?[objective.metric]?.last }

    private func best(_ trial: TrialRecord) -> MetricPoint? {
        sweep.summaries[trial.id]?[objective.metric]?.value(.best, objective.goal)
    }

    /// The latest epoch that anything was measured in.
    private func epoch(_ trial: TrialRecord) -> Int? { sweep.summaries[trial.id]?.values.map(\.last.epoch).max() }

    /// `12/30` where the configuration says how many there will be.
    private func epochWords(_ trial: TrialRecord) -> String {
        guard let epoch = epoch(trial) else { return "" }
        guard case .int(let epochs)? = trial.trial.configuration["epochs"] else { return String(epoch) }
        return "\(epoch)/\(epochs)"
    }

    /// How long its present attempt has run, in seconds.
    private func age(_ trial: TrialRecord) -> Double? {
        attempts.last { $0.trial == trial.id && $0.number == trial.attempts }
            .map { max(0, now.timeIntervalSince($0.startedAt)) }
    }
}
