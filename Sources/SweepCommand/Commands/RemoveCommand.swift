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
        let record = try find()
        let states = try states(of: record)
        let removal = SweepRemoval(of: record, storePath: options.path)
        let what =
            "\(record.name) with \(Phrases.count(states.values.reduce(0, +), "trial")) "
            + (states.isEmpty ? "" : "(\(Words.states(states))) ")
            + "from \(options.path)" + words(of: removal)
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

    /// What goes besides the rows.
    private func words(of removal: SweepRemoval) -> String {
        if let place = removal.linkedFolder {
            return ", and the link \(removal.folder.path) (the folder that it leads to stays: \(place))"
        }
        return removal.hasFolder ? ", and the folder \(removal.folder.path)" : ""
    }

    private func find() throws -> SweepRecord { try SweepLookup.find(sweep, in: options.openForReading()) }

    /// How many trials are in each state, those among them that the file no longer asks for.
    private func states(of record: SweepRecord) throws -> [TrialState: Int] {
        let trials = try options.openForReading().trials(of: record.id)
        return Dictionary(trials.map { ($0.state, 1) }, uniquingKeysWith: +)
    }
}
