public import Analysis
import Reports
import Settings
import SweepFiles
public import SweepViews
import Sweeps
import TrialFolders

/// The best configuration of a sweep and how sure that is: for people, for machines, and as a sweep file.
public struct BestReport {
    public let result: ConfigurationResult
    private let ranked: RankedConfigurations
    private let row: RankedConfigurations.Row
    private let store: String

    /// - Parameter store: the store's path, beside which the trials' folders lie.
    /// - Returns: nil if no configuration has a value, or not all that have one can be compared.
    public init?(_ ranked: RankedConfigurations, store: String) {
        guard let winner = ranked.winner else { return nil }
        self.ranked = ranked
        self.store = store
        row = ranked.rows.first { $0.entry == winner } ?? ranked.rows[winner]
        result = row.result
    }

    private var sweep: SweepSource { ranked.view.sources[0] }
    private var objective: Objective { ranked.objective }

    public func text(for terminal: Terminal) -> String {
        var fields = FieldList()
        if ranked.view.hasLongLabels() { fields.add("configuration", "#\(result.number)") }
        fields.add(objective.metric, value)
        for metric in testMetrics where metric != objective.metric {
            fields.add(metric, Self.words(values(of: metric)).map { $0 + remark(on: metric) })
        }
        fields.add("epoch", result.epoch.map(Phrases.epoch))
        fields.add("time", result.seconds.map(Phrases.duration))
        for (name, value) in result.configuration.parameters { fields.add(name, value.words()) }
        fields.add("trials", trials.map { "seed \($0.seed): \($0.folder)" }.joined(separator: "\n"))
        let guesses = ranked.constantGuesses
        let sentences = [
            ranked.sentence, guesses.unbeatenSentence, guesses.beatenSentence, ranked.optimism?.sentence,
        ]
        let words = sentences.compactMap(\.self).map { terminal.wrapping(SafeText.escaping($0)) }
        return "The best of \(SafeText.escaping(sweep.name)) by \(Words.objective(objective)):\n\n"
            + words.joined(separator: "\n") + "\n\n\(fields.text)"
    }

    public var json: String {
        SettingValue.mapping([
            "sweep": .string(sweep.name), "objective": SettingValue(objective),
            "verdict": .string(ranked.sentence), "optimism": SettingValue(ranked.optimism.flatMap(\.optimism)),
            "constant_guesses": ranked.constantGuesses.json,
            "configuration": .int(result.number), "hyperparameters": .mapping(result.configuration.settings),
            "mean": SettingValue(result.mean), "sd": SettingValue(result.standardDeviation),
            "interval": SettingValue(row.summary?.interval(in: ranked.unit)),
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
    public func sweepFile(_ choice: SeedChoice) throws -> String {
        let file = try SweepFile(text: sweep.fileText, path: sweep.filePath)
        let isFresh = if case .fresh = choice { true } else { false }
        var winner = Sweep(name: sweep.name + (isFresh ? "-confirm" : "-best"))
        winner.description =
            isFresh
            ? "Confirms on new seeds the best of \(sweep.name) by \(objective.metric), chosen at \(value)."
            : "The best of \(sweep.name) by \(objective.metric): \(value)."
        winner.objective = objective
        winner.seeds = choice.seeds(own: result.values.map(\.seed))
        winner.fixedSettings = result.configuration
        winner.limits.timeout = file.sweep.limits.timeout
        winner.limits.memoryLimit = file.sweep.limits.memoryLimit
        winner.program = file.sweep.program
        winner.limits.retries = file.sweep.limits.retries
        return SweepFileText(
            winner, comment: "Relative paths start at this file's folder, as in \(sweep.filePath)."
        )
        .text
    }

    /// How many others cannot be told apart from it.
    private var tiedCount: Int { ranked.rows.count { $0.standing == .tied } }

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
        finished.allSatisfy { $0.summaries[metric] == nil || $0.test(metric, with: objective) != nil }
    }

    private var finished: [TrialOutcome] {
        ranked.trials(of: row.entry).map(\.outcome).filter { $0.state == .finished }
    }

    private func remark(on metric: String) -> String {
        isOfJudgedWeights(metric) ? "" : ", with weights of other epochs than those judged here"
    }

    /// Of the winner's trials; measured once each.
    private var testMetrics: [String] {
        Set(finished.flatMap(\.summaries.keys)).filter { sweep.definition(of: $0).set == .test }.sorted()
    }

    private func values(of metric: String) -> [Double] { ranked.lastValues(of: metric, entry: row.entry) }

    private var trials: [(seed: Int, folder: String)] {
        let folder = SweepFolder(sweep: sweep.name, besideStore: store)
        return result.values.map { ($0.seed, folder.trial($0.trial).path) }
    }
}
