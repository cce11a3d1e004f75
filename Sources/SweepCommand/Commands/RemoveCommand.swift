import ArgumentParser
import Foundation
import ResultsStore
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
        let folder = SweepFolder(sweep: record.name, besideStore: options.path)
        let hasFolder = FileManager.default.fileExists(atPath: folder.path)
        let what =
            "\(record.name) with \(Phrases.count(stored.trials.count, "trial")) "
            + (stored.trials.isEmpty ? "" : "(\(Words.states(stored.states))) ")
            + "from \(options.path)" + (hasFolder ? ", and the folder \(folder.path)" : "")
        guard yes else {
            throw CommandError.wrongUsage("This would remove \(what). Nothing is removed yet; add '--yes' to do it.")
        }
        try remove(record, folder, hasFolder: hasFolder)
        options.output.message("Removed \(what).")
    }

    private func find() throws -> StoredSweep {
        let store = try options.openForReading()
        return try StoredSweep(SweepLookup.find(sweep, in: store), in: store, includingUnplanned: true)
    }

    private func remove(_ record: SweepRecord, _ folder: SweepFolder, hasFolder: Bool) throws {
        do {
            // Held until the folder is gone, so that no scheduler starts in between.
            let lock = try hasFolder ? SweepLock(path: folder.lock) : nil
            try ResultsStore.openForWriting(path: options.path).remove(record.id)
            if hasFolder { try FileManager.default.removeItem(atPath: folder.path) }
            _ = consume lock
        } catch let error as SweepLock.Taken {
            throw CommandError.cannotWrite("\(record.name) cannot be removed: \(error)")
        } catch let error as CocoaError {
            throw CommandError.cannotWrite(
                "The folder \(folder.path) cannot be removed (\(error.localizedDescription)); the store no longer has "
                    + "the sweep.")
        }
    }
}
