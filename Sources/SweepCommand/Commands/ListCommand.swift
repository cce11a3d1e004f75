import ArgumentParser
import ResultsStore
import SweepViews
import TextReports
import TrialPrograms

/// `sweep list`: the sweeps in the store.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the sweeps in the store.")

    @OptionGroup var options: StoreOptions

    func run() throws {
        let sweeps: [SweepView]
        do {
            let store = try options.openForReading()
            sweeps = try store.sweeps().map { try SweepView(of: $0, in: store) }
        } catch StoreError.missing where options.givenPath == nil {
            sweeps = []
        }
        let report = ListReport(sweeps: sweeps)
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
    }
}
