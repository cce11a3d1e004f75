import Analysis
public import Reports
public import ResultsStore
public import SweepViews
import Sweeps
import TrialFolders

/// A sweep as its report tells of it, with the commands that it names.
public struct ReportedSweep {
    let record: SweepRecord
    let storePath: String
    /// The options that say which trials count, and where the store is, for the commands that the report names.
    let conditionWords: [String]
    let storeWords: [String]
    /// How many configurations the ranking shows.
    let top: Int
    let charts: ChartOptions

    public init(
        _ record: SweepRecord, storePath: String, conditionWords: [String], storeWords: [String], top: Int
    ) {
        self.record = record
        self.storePath = storePath
        self.conditionWords = conditionWords
        self.storeWords = storeWords
        self.top = top
        var charts = ChartOptions()
        charts.top = min(ChartOptions.usualTop, top)
        charts.command = ShellText.words(["sweep", "chart", record.name] + conditionWords + storeWords)
        self.charts = charts
    }

    /// What must be read for the report.
    public var selection: MeasurementSelection { MeasurementSelection(for: ChartKind.allCases, options: charts) }

    /// - Parameters:
    ///   - view: of the trials that count.
    ///   - whole: reads the view of all trials.
    /// - Throws: `SweepFileError` where the sweep's own file cannot be read any more.
    public func report(of view: SweepView, whole: () throws -> SweepView) throws -> SweepReport {
        try SweepReport(
            of: view, storeOption: storeOption, rows: top, charts: charts, program: program(in: view),
            reproduction: { try reproduction(of: $0, in: view, whole: whole) })
    }

    /// Nil for the training core.
    private func program(in view: SweepView) -> ProgramFacts? {
        let folder = SweepFolder(sweep: record.name, besideStore: storePath)
        let commands = view.trials.lazy.compactMap { trial in
            folder.trial(trial.trial.identity).attempts().first?.storedCommand()
        }
        guard let command = commands.first else { return nil }
        // Runs that found the same are told once.
        var runs: [String] = []
        for words in folder.runs().map(\.words) where runs.last != words { runs.append(words) }
        return ProgramFacts(command: ShellText.words(command.arguments), folder: command.folder, runs: runs)
    }

    /// The file that trains one configuration, and the commands that print it where 'sweep best' would choose the same.
    private func reproduction(
        of number: Int, in view: SweepView, whole: () throws -> SweepView
    ) throws -> Reproduction? {
        let configuration = view.ranking.entries.first { $0.result.number == number }?.result.described
        let own = RankedConfigurations(view.keeping { $0 == configuration })
        guard let best = BestReport(own, store: storePath) else { return nil }
        // With a condition 'sweep best' might choose another one, since it knows none.
        let ranked = RankedConfigurations(conditionWords.isEmpty ? view : try whole())
        let chosen = ranked.winner.map { ranked.ranking.entries[$0].result.number }
        func command(_ flag: String) -> String? {
            chosen == number
                ? ShellText.words(["sweep", "best", record.name, flag] + choice(in: view) + storeWords) : nil
        }
        return Reproduction(
            sweepFile: try best.sweepFile(.own), fileName: "\(record.name)-best.yaml", storeOption: storeOption,
            command: command("--yaml"), confirmation: command("--fresh"),
            confirmationName: "\(record.name)-confirm.yaml", seeds: best.result.values.map(\.seed))
    }

    private var storeOption: String? { storeWords.isEmpty ? nil : ShellText.words(storeWords) }

    /// By what the winner was chosen, where it is not what the sweep's file says.
    private func choice(in view: SweepView) -> [String] {
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
