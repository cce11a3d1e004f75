import ArgumentParser
import ResultsStore
import SweepRuns
import Sweeps
import TextReports
import TrialFolders

/// `sweep rm`: a sweep with all that it left.
struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rm", abstract: "Remove a sweep: its trials from the store, and its folder.",
        discussion: """
            Without '--yes' it only says what would be removed. The sweep's file stays; running it again trains \
            everything anew.
            """)

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @Flag(help: "Remove it, not only say what would be removed.")
    var yes = false

    @OptionGroup var options: StoreOptions

    func run() throws {
        let store = try options.openForReading()
        let record = try SweepLookup.find(sweep, in: store)
        // Those among them that the file no longer asks for too.
        let states = Dictionary(try store.trials(of: record.id).map { ($0.state, 1) }, uniquingKeysWith: +)
        let removal = SweepRemoval(of: record, storePath: options.path)
        let what =
            "\(record.name) with \(Phrases.count(states.values.reduce(0, +), "trial")) "
            + (states.isEmpty ? "" : "(\(Phrases.states(states))) ")
            + "from \(options.path)" + removal.words
        guard yes else {
            throw CommandError.wrongUsage("This would remove \(what). Nothing is removed yet; add '--yes' to do it.")
        }
        do {
            try removal.perform()
        } catch let error as SweepLock.Taken {
            throw CommandError.cannotWrite("\(record.name) cannot be removed: \(error.words)")
        }
        options.output.message("Removed \(what).")
    }
}
