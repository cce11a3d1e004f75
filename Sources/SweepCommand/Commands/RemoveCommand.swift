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
            + "from \(options.path)" + words(of: removal)
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

    /// What goes besides the rows.
    private func words(of removal: SweepRemoval) -> String {
        if let place = removal.linkedFolder {
            return ", and the link \(removal.folder.path) (the folder that it leads to stays: \(place))"
        }
        return removal.hasFolder ? ", and the folder \(removal.folder.path)" : ""
    }

    private func find() throws -> StoredSweep {
        let store = try options.openForReading()
        return try StoredSweep(SweepLookup.find(sweep, in: store), in: store, includingUnplanned: true)
    }
}
