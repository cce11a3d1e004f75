import Analysis
import ArgumentParser
import ResultsStore
import Settings

/// `sweep list`: the sweeps in the store.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the sweeps in the store.")

    @OptionGroup var options: StoreOptions

    func run() throws {
        let sweeps: [StoredSweep]
        do {
            let store = try options.openForReading()
            sweeps = try store.sweeps().map { try StoredSweep($0, in: store) }
        } catch StoreError.missing where options.givenPath == nil {
            sweeps = []
        }
        let report = ListReport(sweeps: sweeps)
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
    }
}
