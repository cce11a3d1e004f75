import Analysis
import Charts
import Reports
import ResultsStore
import SweepViews
import Sweeps
import TextReports
import TrialPrograms

/// Reads a sweep's report from the store.
struct SweepReportReader {
    let view: SweepView
    private let record: SweepRecord
    private let store: ResultsStore
    private let objectiveChoice: ObjectiveChoice
    private let condition: ConditionOption
    private let top: Int
    /// `--store` as it was given, for the commands that the report names.
    private let storeWords: [String]
    private let charts: ChartOptions

    /// - Parameter top: how many configurations the ranking shows.
    /// - Throws: `StoreError`; `CommandError` where the condition makes no sense, or no trial fulfils it.
    init(
        _ record: SweepRecord, in store: ResultsStore, judgedBy choice: ObjectiveChoice,
        where condition: ConditionOption, top: Int, storeWords: [String]
    ) throws {
        self.record = record
        self.store = store
        objectiveChoice = choice
        self.condition = condition
        self.top = top
        self.storeWords = storeWords
        var charts = ChartOptions()
        charts.top = min(ChartOptions.usualTop, top)
        charts.command = ShellText.words(["sweep", "chart", record.name] + condition.words + storeWords)
        self.charts = charts
        let selection = MeasurementSelection(for: ChartKind.allCases, options: charts)
        view = try condition.apply {
            try SweepView(of: record, in: store, judgedBy: choice, where: $0, selection: selection)
        }
        if condition.text != nil, view.trials.isEmpty { throw condition.nothing(in: [record.name]) }
    }

    /// - Throws: `SweepFileError` where the sweep's own file cannot be read any more.
    func report() throws -> SweepReport {
        try SweepReport(
            of: view, storeOption: storeOption, rows: top, charts: charts,
            reproduction: reproduction)
    }

    /// The file that trains one configuration, and the commands that print it where 'sweep best' would choose the same.
    private func reproduction(of configuration: Int) throws -> Reproduction? {
        let own = RankedConfigurations(view.keeping { $0 == self.configuration(configuration) })
        guard let best = BestReport(own, store: store.path) else { return nil }
        // With a condition 'sweep best' might choose another one, since it knows none.
        let all =
            condition.text == nil ? view : try SweepView(of: record, in: store, judgedBy: objectiveChoice)
        let ranked = RankedConfigurations(all)
        let chosen = ranked.winner.map { ranked.ranking.entries[$0].result.number }
        func command(_ flag: String) -> String? {
            chosen == configuration ? ShellText.words(["sweep", "best", record.name, flag] + choice + storeWords) : nil
        }
        return Reproduction(
            sweepFile: try best.sweepFile(.own), fileName: "\(record.name)-best.yaml", storeOption: storeOption,
            command: command("--yaml"), confirmation: command("--fresh"),
            confirmationName: "\(record.name)-confirm.yaml", seeds: best.result.values.map(\.seed))
    }

    private var storeOption: String? { storeWords.isEmpty ? nil : ShellText.words(storeWords) }

    private func configuration(_ number: Int) -> Configuration? {
        view.ranking.entries.first { $0.result.number == number }?.result.described
    }

    /// By what the winner was chosen, where it is not what the sweep's file says.
    private var choice: [String] {
        let (own, objective) = (record.objective, view.objective)
        var words: [String] = []
        if objective.metric != own.metric { words += ["--by", objective.metric] }
        if objective.goal != own.goal || objective.metric != own.metric {
            words += ["--goal", objective.goal.rawValue]
        }
        if objective.selection != own.selection { words += ["--select", objective.selection.rawValue] }
        return words
    }
}
