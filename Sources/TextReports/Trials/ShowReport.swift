import Analysis
import Foundation
import Reports
import ResultsStore
import Settings
public import SweepViews
import Sweeps
public import TrialFolders

/// All there is to know of one trial.
public struct ShowReport {
    /// Of one trial, with its attempts.
    let view: SweepView
    let folder: String
    /// What the newest attempt ran; nil for the training core.
    private let command: CommandRecord?
    /// What was found when that run began.
    private let run: RunRecord?

    init(view: SweepView, folder: String, command: CommandRecord? = nil, run: RunRecord? = nil) {
        self.view = view
        self.folder = folder
        self.command = command
        self.run = run
    }

    /// - Parameter sweep: the folder of the trial's sweep.
    public init(view: SweepView, in sweep: SweepFolder) {
        let trial = sweep.trial(view.trials[0].trial.identity)
        let newest = trial.attempts().first
        let command = newest?.storedCommand()
        let start = newest?.storedNotes().began ?? .distantPast
        let runs = command == nil ? [] : sweep.runs()
        self.init(
            view: view, folder: trial.path, command: command, run: runs.last { $0.start <= start } ?? runs.last)
    }

    private var trial: SweepView.TrialResult { view.trials[0] }
    private var isPlanned: Bool { trial.record?.isPlanned ?? true }
    private var attempts: [SweepView.Attempt] { trial.attempts }
    private var summaries: [String: MetricSummary] { trial.outcome.summaries }

    private var metrics: [(name: String, summary: MetricSummary)] {
        summaries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    public func text(for terminal: Terminal) -> String {
        var fields = FieldList()
        fields.add("trial", trial.shortName)
        fields.add("sweep", view.sweep(of: trial))
        fields.add("configuration", String(trial.configurationNumber))
        fields.add("seed", String(trial.trial.seed))
        let remark = isPlanned ? "" : " (no longer asked for by the sweep's file with its data as they are now)"
        fields.add("state", trial.state.words + remark)
        fields.add("why", trial.record?.message ?? StoppedEarly(trial.outcome)?.words)
        fields.add("folder", folder)
        fields.add("computed with", machines)
        if let command {
            fields.add("command", SafeText.escaping(ShellText.words(command.arguments)))
            fields.add("works in", SafeText.escaping(command.folder))
            fields.add("interpreter", run?.interpreter.map { SafeText.escaping($0.words) })
            fields.add("git commit", run?.git.map { SafeText.escaping($0.words) })
            fields.add("host", run.map { SafeText.escaping($0.host) })
        }
        for (name, value) in trial.trial.configuration.parameters { fields.add(name, value.words()) }
        var text = fields.text
        text += attempts.isEmpty ? "\nNo attempts yet.\n" : "\n" + attemptTable.text(for: terminal)
        text += metrics.isEmpty ? "\nNothing measured yet.\n" : "\n" + metricTable.text(for: terminal)
        return text
    }

    /// What the attempts were computed with, told of each where they differ; nil where it is not known of any.
    private var machines: String? {
        let known = attempts.compactMap { attempt in attempt.machine.map { (attempt.number, $0.words) } }
        let words = Set(known.map(\.1))
        guard words.count > 1 || known.count < attempts.count else { return words.first }
        return known.isEmpty ? nil : known.map { "attempt \($0): \($1)" }.joined(separator: "\n")
    }

    private var attemptTable: TextTable {
        TextTable(
            columns: [
                TextTable.Column("attempt", .right, attempts.map { String($0.number) }),
                TextTable.Column("started", attempts.map { Words.time(Date(timeIntervalSince1970: $0.start)) }),
                TextTable.Column("took", .right, attempts.map { seconds($0).map(Phrases.duration) ?? "" }),
                TextTable.Column("worker", attempts.map(\.worker)),
                TextTable.Column("went on from", attempts.map { $0.resumedFrom.map { "attempt \($0)" } ?? "" }),
                TextTable.Column(
                    "cpu", .right, attempts.map { $0.usage.map { Phrases.duration($0.processorSeconds) } ?? "" }),
                TextTable.Column(
                    "memory", .right, attempts.map { $0.usage.map { MemoryWords.text($0.peakMemory) } ?? "" }),
                TextTable.Column("end", attempts.map { $0.ending.map { SafeText.oneLine(endWords($0)) } ?? "running" }),
            ].filter { !$0.isEmpty })
    }

    private var metricTable: TextTable {
        TextTable(
            columns: [
                TextTable.Column("metric", metrics.map(\.name)),
                TextTable.Column("last", .right, metrics.map { NumberText.short($0.summary.last.value) }),
                TextTable.Column("at epoch", .right, metrics.map { $0.summary.last.epoch.map(String.init) ?? "" }),
                TextTable.Column("best", .right, metrics.map { best($0).map { NumberText.short($0.value) } ?? "" }),
                TextTable.Column("at epoch", .right, metrics.map { best($0)?.epoch.map(String.init) ?? "" }),
                TextTable.Column("values", .right, metrics.map { String($0.summary.count) }),
                TextTable.Column(
                    "not finite from step", .right,
                    metrics.map { $0.summary.firstNonFinite.map { String($0.step) } ?? "" }),
            ].filter { !$0.isEmpty })
    }

    public var json: String {
        var entries: [String: SettingValue] = [
            "trial": .string(trial.shortName), "identity": .string(trial.trial.identity.description),
            "sweep": .string(view.sweep(of: trial)), "configuration": .int(trial.configurationNumber),
            "seed": .int(trial.trial.seed), "state": .string(trial.state.rawValue),
            "planned": .bool(isPlanned), "message": SettingValue(trial.record?.message), "folder": .string(folder),
            "hyperparameters": .mapping(trial.trial.configuration.settings),
            "started": SettingValue(trial.record?.startedAt), "ended": SettingValue(trial.record?.endedAt),
            "seconds": SettingValue(trial.outcome.seconds), "attempts": .list(attempts.map(json)),
            "metrics": .mapping(
                summaries.mapValues { summary in
                    .mapping([
                        "count": .int(summary.count), "last": SettingValue(summary.last),
                        "min": SettingValue(summary.smallest), "max": SettingValue(summary.largest),
                        "first_non_finite": SettingValue(summary.firstNonFinite),
                    ])
                }),
        ]
        if let command {
            entries["command"] = .list(command.arguments.map(SettingValue.string))
            entries["working_folder"] = .string(command.folder)
            entries["variables"] = .mapping(command.variables.mapValues(SettingValue.string))
            entries["program_fingerprint"] = SettingValue(command.programFingerprint)
        }
        if let run {
            entries["host"] = .string(run.host)
            entries["git_commit"] = SettingValue(run.git?.commit)
            entries["git_is_clean"] = run.git.map { .bool($0.isClean) } ?? .null
            entries["interpreter"] = SettingValue(run.interpreter?.path)
            entries["interpreter_version"] = SettingValue(run.interpreter?.version)
        }
        return SettingValue.mapping(entries).canonicalJSON
    }

    private func json(of attempt: SweepView.Attempt) -> SettingValue {
        .mapping([
            "attempt": .int(attempt.number), "worker": .string(attempt.worker),
            "resumed_from": SettingValue(attempt.resumedFrom),
            "started": SettingValue(Date(timeIntervalSince1970: attempt.start)),
            "ended": SettingValue(attempt.end.map(Date.init(timeIntervalSince1970:))),
            "end": SettingValue(attempt.ending.map(endWords)),
            "cpu_seconds": SettingValue(attempt.usage?.processorSeconds),
            "peak_memory": SettingValue(attempt.usage?.peakMemory),
            "processor": SettingValue(attempt.machine?.processor), "kernels": SettingValue(attempt.machine?.kernels),
        ])
    }

    private func best(_ metric: (name: String, summary: MetricSummary)) -> MetricPoint? {
        view.best(metric.name, of: trial)
    }

    private func seconds(_ attempt: SweepView.Attempt) -> Double? {
        attempt.end.map { $0 - attempt.start }
    }

    private func endWords(_ end: AttemptEnd) -> String {
        let kind = if case .interrupted = end { "interrupted" } else { end.state.words }
        return end.message.map { "\(kind): \($0)" } ?? kind
    }
}
