import ArgumentParser
import Foundation
import ResultsStore
import Sweeps
import TrialScheduling

/// `sweep stop`: ends a run, or one trial for good.
struct StopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop a sweep that is being run, or cancel one trial.",
        discussion: """
            A sweep stops as by Ctrl-C: its trials checkpoint, and 'sweep run' goes on from there. A trial is cancelled: \
            it does not go on until 'sweep run FILE --retry cancelled'.
            """)

    @Argument(help: "The sweep's name or file, or the beginning of a trial's name.")
    var target: String

    @Option(help: ArgumentHelp("The sweep's name or file, where a trial is in several.", valueName: "sweep"))
    var sweep: String?

    @OptionGroup var options: StoreOptions

    func run() async throws {
        let store = try options.openForReading()
        if sweep == nil, try store.sweep(named: target) != nil || SweepLookup.isPath(target) {
            try await RunningSweep.find(target, options).ask(.stop)
            options.output.message("Its trials checkpoint and the run ends; 'sweep run' goes on from there.")
            return
        }
        let match = try TrialLookup.find(target, sweep: sweep, in: store)
        guard !match.trial.state.isEnd else {
            throw CommandError.wrongInput(
                "The trial \(match.trial.shortName) has ended already: \(match.trial.state.words).")
        }
        try await cancel(match)
        options.output.message("The trial \(match.trial.shortName) is cancelled.")
    }

    /// By its scheduler, or in the store where nobody runs the sweep.
    private func cancel(_ match: TrialLookup.Match) async throws {
        let folder = SweepFolder(sweep: match.sweep.name, besideStore: options.path)
        if SweepLock.isHeld(path: folder.lock) {
            let running = try RunningSweep(match.sweep, besideStore: options.path)
            return try await running.ask(.cancel(match.trial.trial.identity))
        }
        try folder.create()
        let lock = try SweepLock(path: folder.lock)
        try ResultsStore.openForWriting(path: options.path)
            .apply([.stateChanged(match.trial.id, .cancelled, message: nil, at: Date())])
        _ = consume lock
    }
}
