import ArgumentParser
import ResultsStore
import SweepRuns
import Sweeps
import TrialScheduling

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
        let stored = try find()
        let record = stored.record
        let removal = SweepRemoval(of: record, storePath: options.path)
        let what =
            "\(record.name) with \(Phrases.count(stored.trials.count, "trial")) "
            + (stored.trials.isEmpty ? "" : "(\(Words.states(stored.states))) ")
            + "from \(options.path)" + (removal.hasFolder ? ", and the folder \(removal.folder.path)" : "")
        guard yes else {
            throw CommandError.wrongUsage("This would remove \(what). Nothing is removed yet; add '--yes' to do it.")
        }
        do {
            try removal.perform()
        } catch let error as SweepLock.Taken {
            throw CommandError.cannotWrite("\(record.name) cannot be removed: \(error)")
        }
        options.output.message("Removed \(what).")
    }

    private func find() throws -> StoredSweep {
        let store = try options.openForReading()
        return try StoredSweep(SweepLookup.find(sweep, in: store), in: store, includingUnplanned: true)
    }
}
