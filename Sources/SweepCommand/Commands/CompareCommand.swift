import ArgumentParser
import Charts
import Reports
import ResultsStore
import SweepRuns
import SweepViews
import Sweeps
import TextReports
import TrialPrograms

/// `sweep compare`: what sets trials, or whole sweeps, apart: in hyperparameters and in results.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Compare trials side by side, or whole sweeps in one ranking.",
        discussion: """
            Of trials: the hyperparameters that differ, and the last and the best value of each metric. Of sweeps: one \
            ranking of all their configurations, as 'sweep rank A B' gives, for sweeps that are judged alike.

            With '-o' their curves go into one chart as well; the file's ending says the format: .png, .svg, .pdf, or \
            .csv for the numbers alone.
            """)

    @Argument(help: "Trials' names, or enough of their beginnings; or the names or files of sweeps; two or more.")
    var names: [String]

    @Option(help: ArgumentHelp("The sweep's name or file, where a trial is in several.", valueName: "sweep"))
    var sweep: String?

    @OptionGroup var objective: ObjectiveOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Draw the curves of all into this file.", valueName: "file"),
        completion: .file(extensions: ["png", "svg", "pdf", "csv"]))
    var output: String?

    @Option(help: ArgumentHelp("The kind of chart (default: loss).", valueName: "kind"))
    var kind: String?

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if names.count < 2 { throw ValidationError("A comparison needs two trials or sweeps, or more.") }
        if kind != nil, output == nil { throw ValidationError("'--kind' needs a file to draw into: '-o FILE'.") }
        do {
            _ = try chartKind
            if let output { _ = try ChartFormat(path: output) }
        } catch let error as CommandError {
            throw ValidationError(error.description)
        } catch let error as ChartError {
            throw ValidationError(error.description)
        }
    }

    func run() throws {
        let store = try options.openForReading()
        let records = try names.map { try SweepLookup.known($0, in: store) }
        let sweeps = records.compactMap(\.self)
        if sweeps.count == names.count {
            try compare(sweeps, in: store)
        } else if let sweep = sweeps.first, let place = records.firstIndex(where: { $0 == nil }) {
            if try store.trials(withPrefix: names[place]).isEmpty {
                throw CommandError.unknown("sweep or trial", names[place], among: try store.sweeps().map(\.name))
            }
            throw CommandError.wrongUsage(
                "'\(SafeText.escaping(sweep.name))' is a sweep and '\(SafeText.escaping(names[place]))' is a trial; compare "
                    + "trials with trials, or sweeps with sweeps.")
        } else {
            try compareTrials(in: store)
        }
    }

    private func compare(_ records: [SweepRecord], in store: ResultsStore) throws {
        if sweep != nil { throw CommandError.wrongUsage("'--sweep' says which sweep trials are in; these are sweeps.") }
        try SweepLookup.checkDistinct(records)
        let view = try SweepView(
            of: records, in: store, judgedBy: objective.choice, selection: selection(for: try chartKind))
        let report = RankReport(RankedConfigurations(view))
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
        if !options.json { report.notes.forEach(options.output.message) }
        view.notes.map(\.sentence).forEach(options.output.message)
        try draw(view)
    }

    private func compareTrials(in store: ResultsStore) throws {
        if objective.choice.isGiven {
            throw CommandError.wrongUsage(
                "'--by', '--goal' and '--select' say how sweeps are ranked; of trials every metric is shown.")
        }
        var seen: Set<TrialRecord.ID> = []
        let matches = try names.map { try TrialLookup.find($0, sweep: sweep, in: store) }
        for match in matches where !seen.insert(match.trial.id).inserted {
            throw CommandError.wrongUsage("The trial \(match.trial.shortName) is named twice.")
        }
        let view = try SweepView(
            comparing: matches.map { ($0.sweep, $0.trial) }, in: store, selection: selection(for: try chartKind))
        let report = CompareReport(view: view)
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
        options.output.message("These are single trials; 'sweep rank' tells from all seeds what may be chance.")
        try draw(view)
    }

    /// What a chart needs, if there is to be one.
    private func selection(for kind: ChartKind) -> MeasurementSelection {
        output == nil ? MeasurementSelection() : MeasurementSelection(for: [kind])
    }

    private func draw(_ view: SweepView) throws {
        guard let output else { return }
        let kind = try chartKind
        var chart = ChartOptions()
        chart.command = ShellText.words(
            ["sweep", "compare"] + names + (sweep.map { ["--sweep", $0] } ?? []) + objective.words
                + (self.kind.map { ["--kind", $0] } ?? []) + options.storeWords)
        guard let figure = kind.figure(of: view, options: chart) else {
            throw CommandError.wrongInput(ChartAbsence(view: view, progress: nil, hasRange: false).of(kind))
        }
        try figure.write(to: output)
        options.output.message("Chart: \(SafeText.escaping(output))")
    }

    private var chartKind: ChartKind {
        get throws { try kind.map(ChartKind.init(named:)) ?? .loss }
    }
}
