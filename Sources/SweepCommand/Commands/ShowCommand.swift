import ArgumentParser
import ResultsStore
import SweepRuns
import SweepViews
import Sweeps
import TextReports
import TrialFolders
import TrialPrograms

/// `sweep show`: all there is to know of one trial.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one trial: its hyperparameters, attempts and metrics.")

    @Argument(help: "The trial's name, or enough of its beginning.")
    var trial: String

    @Option(help: ArgumentHelp("The sweep's name or file, where a trial is in several.", valueName: "sweep"))
    var sweep: String?

    @OptionGroup var options: StoreOptions

    func run() throws {
        let store = try options.openForReading()
        let match = try TrialLookup.find(trial, sweep: sweep, in: store)
        var selection = MeasurementSelection()
        selection.hasAttempts = true
        let report = ShowReport(
            view: try SweepView(comparing: [(match.sweep, match.trial)], in: store, selection: selection),
            in: SweepFolder(sweep: match.sweep.name, besideStore: store.path))
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
    }
}
