import Analysis
import ResultsStore
import Settings
import SweepFiles
import Sweeps
import TrialScheduling

/// The best configuration of a sweep and how sure that is: for people, for machines, and as a sweep file.
struct BestReport {
    let sweep: StoredSweep
    let objective: Objective
    let result: ConfigurationResult
    private let configurations: RankedConfigurations
    private let row: RankedConfigurations.Row
    /// In the ranking.
    private let entry: Int
    private let store: String

    /// - Parameters:
    ///   - ranking: by which it is the best.
    ///   - store: the store's path, beside which the trials' folders lie.
    /// - Returns: nil if no configuration has a value.
    init?(sweep: StoredSweep, ranking: Ranking, store: String) {
        configurations = RankedConfigurations(
            ranking, of: ConfigurationSources(sweep.record.name), order: sweep.record.parameterNames)
        // While a sweep runs, one with a single seed may be ahead of what was compared.
        let best = configurations.verdict?.comparisons.best ?? 0
        guard configurations.rows.indices.contains(best), configurations.rows[best].rank != nil else { return nil }
        self.sweep = sweep
        self.store = store
        objective = ranking.objective
        entry = best
        row = configurations.rows[best]
        result = row.result
    }

    func text(for terminal: Terminal) -> String {
        var fields = FieldList()
        fields.add(objective.metric, value)
        for metric in testMetrics { fields.add(metric, Self.words(values(of: metric)).map { $0 + remark(on: metric) }) }
        fields.add("epoch", result.epoch.map(Phrases.epoch))
        fields.add("time", result.seconds.map(Phrases.duration))
        for (name, value) in result.configuration.parameters { fields.add(name, value.words()) }
        fields.add("trials", trials.map { "seed \($0.seed): \($0.folder)" }.joined(separator: "\n"))
        let sentences = [configurations.sentence, configurations.constantGuess?.sentence, optimism?.sentence]
        let words = sentences.compactMap(\.self).map { terminal.wrapping(SafeText.escaping($0)) }
        return "The best of \(SafeText.escaping(sweep.record.name)) by \(Words.objective(objective)):\n\n"
            + words.joined(separator: "\n") + "\n\n\(fields.text)"
    }

    var json: String {
        SettingValue.mapping([
            "sweep": .string(sweep.record.name), "objective": SettingValue(objective),
            "verdict": .string(configurations.sentence), "optimism": SettingValue(optimism.flatMap(\.optimism)),
            "constant_guess": SettingValue(configurations.constantGuess),
            "configuration": .int(result.number), "hyperparameters": .mapping(result.configuration.settings),
            "mean": SettingValue(result.mean), "sd": SettingValue(result.standardDeviation),
            "interval": SettingValue(row.summary?.interval(in: configurations.unit)),
            "epoch": SettingValue(result.epoch), "seconds": SettingValue(result.seconds), "tied": .int(tiedCount),
            "test": .mapping(
                Dictionary(testMetrics.map { ($0, SettingValue(SampleStatistics.mean(of: values(of: $0)))) }) {
                    first, _ in first
                }),
            "test_judges_other_weights": .bool(testMetrics.contains { !isOfJudgedWeights($0) }),
            "trials": .list(
                trials.map { .mapping(["seed": .int($0.seed), "folder": .string($0.folder)]) }),
        ]).canonicalJSON
    }

    /// A sweep file with the winner's hyperparameters and what the sweep's own file says beside them.
    ///
    /// With fresh seeds it is named `…-confirm`, else `…-best`.
    ///
    /// - Throws: `SweepFileError` where the sweep's own file, as it was last run, cannot be read by this version.
    func sweepFile(_ choice: SeedChoice) throws -> String {
        let file = try SweepFile(text: sweep.record.fileText, path: sweep.record.filePath)
        let isFresh = if case .fresh = choice { true } else { false }
        var winner = Sweep(name: sweep.record.name + (isFresh ? "-confirm" : "-best"))
        winner.description =
            isFresh
            ? "Confirms on new seeds the best of \(sweep.record.name) by \(objective.metric), chosen at \(value)."
            : "The best of \(sweep.record.name) by \(objective.metric): \(value)."
        winner.objective = objective
        winner.seeds = choice.seeds(own: result.values.map(\.seed))
        winner.fixedSettings = result.configuration
        winner.limits.timeout = file.sweep.limits.timeout
        winner.limits.memoryLimit = file.sweep.limits.memoryLimit
        winner.program = file.sweep.program
        winner.command = file.sweep.command
        return SweepFileText(
            winner, comment: "Relative paths start at this file's folder, as in \(sweep.record.filePath)."
        )
        .text
    }

    /// How many others cannot be told apart from it.
    private var tiedCount: Int { configurations.rows.count { $0.standing == .tied } }

    /// By how much the best of those that cannot be told apart looks better than it is.
    private var optimism: OptimisticChoice? {
        let metric = sweep.record.definition(of: objective.metric)
        guard metric.isOfUnseenData || objective.metric == sweep.record.objective.metric else { return nil }
        let test = metric.testName.flatMap { isOfJudgedWeights($0) ? SampleStatistics.mean(of: values(of: $0)) : nil }
        return OptimisticChoice(of: entry, in: configurations.ranking, configurations.evidence, test: test)
    }

    private var value: String { Self.words(result.values.map(\.point.value)) ?? "" }

    /// `0.9879 ± 0.0043 over 3 seeds`.
    private static func words(_ values: [Double]) -> String? {
        guard let mean = SampleStatistics.mean(of: values) else { return nil }
        let spread = SampleStatistics.standardDeviation(of: values)
            .map { " ± " + NumberText.column([$0], like: [mean])[0] }
        return NumberText.column([mean])[0] + (spread ?? "") + " over \(Phrases.count(values.count, "seed"))"
    }

    /// Whether the test set judged the weights of the epochs that the objective judges.
    private func isOfJudgedWeights(_ metric: String) -> Bool {
        winners.allSatisfy { winner in
            let summaries = sweep.summaries[winner.id, default: [:]]
            let judged = summaries.value(of: objective.metric, objective.selection, objective.goal)
            return summaries[metric].map { $0.last.epoch == judged?.epoch } ?? true
        }
    }

    private func remark(on metric: String) -> String {
        isOfJudgedWeights(metric) ? "" : ", with weights of other epochs than those judged here"
    }

    /// Of the winner's trials; measured once each.
    private var testMetrics: [String] {
        Set(winners.flatMap { sweep.summaries[$0.id, default: [:]].keys }).filter { $0.hasPrefix("test_") }.sorted()
    }

    private func values(of metric: String) -> [Double] {
        winners.compactMap { sweep.summaries[$0.id]?[metric]?.last.value }.filter(\.isFinite)
    }

    private var winners: [TrialRecord] {
        let identities = Set(result.values.map(\.trial))
        return sweep.trials.filter { identities.contains($0.trial.identity) }
    }

    private var trials: [(seed: Int, folder: String)] {
        let folder = SweepFolder(sweep: sweep.record.name, besideStore: store)
        return result.values.map { ($0.seed, folder.trial($0.trial).path) }
    }
}
