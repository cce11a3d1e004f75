import Analysis
import ResultsStore
import Settings
import SweepFiles
import Sweeps
import TrialScheduling

/// The best configuration of a sweep: for people, for machines, and as a sweep file that trains it.
struct BestReport {
    let sweep: StoredSweep
    let objective: Objective
    let result: ConfigurationResult
    /// How many other configurations did exactly as well.
    let tiedCount: Int
    private let store: String

    /// - Parameter store: the store's path, beside which the trials' folders lie.
    /// - Returns: nil if no configuration has a value.
    init?(sweep: StoredSweep, ranking: Ranking, store: String) {
        guard let best = ranking.entries.first, best.rank != nil else { return nil }
        self.sweep = sweep
        self.store = store
        objective = ranking.objective
        result = best.result
        tiedCount = ranking.entries.count { $0.rank == 1 } - 1
    }

    var text: String {
        var fields = FieldList()
        fields.add(objective.metric, value)
        fields.add("epoch", result.epoch.map(NumberText.short))
        fields.add("time", result.seconds.map(NumberText.duration))
        for (name, value) in result.configuration.parameters { fields.add(name, value.description) }
        fields.add("trials", trials.map { "seed \($0.seed): \($0.folder)" }.joined(separator: "\n"))
        return "The best of \(sweep.record.name) by \(Words.objective(objective)):\n\n\(fields.text)"
    }

    var json: String {
        SettingValue.mapping([
            "sweep": .string(sweep.record.name), "objective": SettingValue(objective),
            "configuration": .int(result.number), "hyperparameters": .mapping(result.configuration.settings),
            "mean": SettingValue(result.mean), "sd": SettingValue(result.standardDeviation),
            "epoch": SettingValue(result.epoch), "seconds": SettingValue(result.seconds), "tied": .int(tiedCount),
            "trials": .list(
                trials.map { .mapping(["seed": .int($0.seed), "folder": .string($0.folder)]) }),
        ]).canonicalJSON
    }

    /// A sweep file with the winner's hyperparameters, its seeds, and what the sweep's own file says beside them.
    var sweepFile: String {
        let file = try? SweepFile(text: sweep.record.fileText, path: sweep.record.filePath)
        var winner = Sweep(name: sweep.record.name + "-best")
        winner.description = "The best of \(sweep.record.name) by \(objective.metric): \(value)."
        winner.objective = objective
        winner.seeds = result.values.map(\.seed)
        winner.fixedSettings = result.configuration
        winner.timeout = file?.sweep.timeout
        winner.memoryLimit = file?.sweep.memoryLimit
        winner.program = file?.sweep.program
        winner.command = file?.sweep.command
        return SweepFileText(
            winner, comment: "Relative paths start at this file's folder, as in \(sweep.record.filePath)."
        )
        .text
    }

    private var value: String {
        let mean = NumberText.column([result.mean ?? .nan])[0]
        let spread = result.standardDeviation.map { " ± " + NumberText.column([$0], like: [result.mean])[0] } ?? ""
        return mean + spread + " over \(Words.count(result.values.count, "seed"))"
    }

    private var trials: [(seed: Int, folder: String)] {
        let folder = SweepFolder(sweep: sweep.record.name, besideStore: store)
        return result.values.map { ($0.seed, folder.trial($0.trial).path) }
    }
}
