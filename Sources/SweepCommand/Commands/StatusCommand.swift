import ArgumentParser
import Foundation
import ResultsStore
import SweepRuns
import TrialScheduling

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
        let stored = try StoredSweep(SweepLookup.find(sweep, in: store), in: store)
        let folder = SweepFolder(sweep: stored.record.name, besideStore: options.path)
        let report = StatusReport(
            sweep: stored, attempts: try store.attempts(of: stored.record.id), now: Date(),
            isScheduled: SweepLock.isHeld(path: folder.lock))
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
        if let holder = SweepLock.holder(path: folder.lock), holder.identity.isStopped {
            let process = holder.identity.process
            options.output.message(
                "The run, process \(process), has been stopped by a signal and does nothing; 'kill -CONT \(process)' lets "
                    + "it go on.")
        }
        if let note = stored.leftOutNote { options.output.message(note) }
    }
}
