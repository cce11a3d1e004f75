import Analysis
import Charts
import Reports
import ResultsStore
import SweepViews
import Sweeps
import Workloads

/// Reads a sweep's report from the store.
struct SweepReportReader {
    let stored: StoredSweep
    let store: ResultsStore
    let objective: Objective
    let condition: ConditionOption
    /// How many configurations the ranking shows.
    let top: Int
    /// `--store` as it was given, for the commands that the report names.
    let storeWords: [String]

    private var name: String { stored.record.name }

    /// - Throws: `StoreError`; `CommandError` where the condition makes no sense, or no trial fulfils it;
    ///   `SweepFileError` where the sweep's own file cannot be read any more.
    func report() throws -> SweepReport {
        var chart = ChartOptions()
        chart.top = min(ChartOptions.usualTop, top)
        chart.command = ShellText.words(["sweep", "chart", name] + condition.words + storeWords)
        let read = try results(options: chart)
        let results = SweepView(
            sweep: read.sweep, objective: objective, parameterNames: read.parameterNames, condition: read.condition,
            trials: read.trials)
        let record = stored.record
        let origin = SweepOrigin(
            description: record.description, filePath: ShellText.quoting(record.filePath), storeOption: storeOption,
            metric: record.objective.metric, design: record.design, idleSettings: idleSettings(in: results))
        return try SweepReport(
            of: results, origin: origin, rows: top, charts: chart,
            reproduction: { try reproduction(of: $0, in: results) })
    }

    /// What of the configurations' schedules never acted, each sentence once.
    private func idleSettings(in results: SweepView) -> [String] {
        var seen: Set<String> = []
        return results.configurations.flatMap { configuration -> [String] in
            // Every trial that got anywhere has measured the steps of an epoch.
            let points = configuration.trials.compactMap { $0.outcome.summaries["train_loss"]?.last }
            guard let point = points.first, point.epoch > 0 else { return [] }
            let settings = configuration.configuration.settings
            return ScheduleNotes.sentences(of: settings, stepsPerEpoch: point.step / point.epoch)
        }.filter { seen.insert($0).inserted }
    }

    private func results(options: ChartOptions) throws -> SweepView {
        let selection = MeasurementSelection(for: ChartKind.allCases, options: options)
        let results = try condition.apply(by: objective) {
            try SweepView(
                of: stored.record, in: store, selection: selection, defaults: stored.record.defaults, where: $0)
        }
        if condition.text != nil, results.trials.isEmpty {
            throw condition.nothing(in: [name])
        }
        return results
    }

    /// The file that trains one configuration, and the commands that print it where 'sweep best' would choose the same.
    private func reproduction(of configuration: Int, in results: SweepView) throws -> Reproduction? {
        let outcomes = results.trials.map(\.outcome)
        let own = Ranking(of: outcomes.filter { $0.configurationNumber == configuration }, by: objective)
        guard let best = BestReport(sweep: stored, ranking: own, store: store.path) else { return nil }
        // With a condition 'sweep best' might choose another one, since it knows none.
        let all = Ranking(of: stored.outcomes, by: objective)
        let chosen = BestReport(sweep: stored, ranking: all, store: store.path)?.result.number
        func command(_ flag: String) -> String? {
            chosen == configuration ? ShellText.words(["sweep", "best", name, flag] + choice + storeWords) : nil
        }
        return Reproduction(
            sweepFile: try best.sweepFile(.own), fileName: "\(name)-best.yaml", storeOption: storeOption,
            command: command("--yaml"), confirmation: command("--fresh"), confirmationName: "\(name)-confirm.yaml",
            seeds: best.result.values.map(\.seed))
    }

    private var storeOption: String? { storeWords.isEmpty ? nil : ShellText.words(storeWords) }

    /// By what the winner was chosen, where it is not what the sweep's file says.
    private var choice: [String] {
        let own = stored.record.objective
        var words: [String] = []
        if objective.metric != own.metric { words += ["--by", objective.metric] }
        if objective.goal != own.goal || objective.metric != own.metric {
            words += ["--goal", objective.goal.rawValue]
        }
        if objective.selection != own.selection { words += ["--select", objective.selection.rawValue] }
        return words
    }
}
