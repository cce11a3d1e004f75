import ArgumentParser
import Foundation
import ResultsStore
import SweepRuns
import SweepViews
import TextReports
import TrialFolders
import TrialPrograms

/// `sweep status`: how far a sweep is, or all of them.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how far a sweep is: its trials by state, and those that run.")

    @Argument(help: "The sweep's name or file (default: all sweeps).")
    var sweep: String?

    @OptionGroup var options: StoreOptions

    func run() throws {
        guard let sweep else {
            var list = ListCommand()
            list.options = options
            return try list.run()
        }
        let store = try options.openForReading()
        var selection = MeasurementSelection()
        selection.hasAttempts = true
        let view = try SweepView(of: SweepLookup.find(sweep, in: store), in: store, selection: selection)
        let folder = SweepFolder(sweep: view.sweep, besideStore: options.path)
        let report = StatusReport(
            view: view, now: Date(), isScheduled: SweepLock.isHeld(path: folder.lock))
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
        SweepLock.holder(path: folder.lock)?.stoppedWords.map(options.output.message)
        view.notes.map(\.sentence).forEach(options.output.message)
    }
}
