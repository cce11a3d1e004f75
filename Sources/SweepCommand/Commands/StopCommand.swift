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
        let folder = SweepFolder(sweep: match.sweep.name, besideStore: options.path)
        let state =
            SweepLock.isHeld(path: folder.lock)
            ? try await cancelByScheduler(match, in: store, lock: folder.lock) : try cancel(match, in: folder)
        let name = "The trial \(match.trial.shortName)"
        switch state {
        case .cancelled: options.output.message("\(name) is cancelled.")
        case _ where state.isEnd: options.output.message("\(name) has ended before it was cancelled: \(state.words).")
        default: options.output.message("\(name) is asked to end.")
        }
    }

    /// The trial's state once its scheduler has done so, or after a while.
    private func cancelByScheduler(
        _ match: TrialLookup.Match, in store: ResultsStore, lock: String
    ) async throws -> TrialState {
        try await RunningSweep(match.sweep, besideStore: options.path).ask(.cancel(match.trial.trial.identity))
        let giveUp = ContinuousClock.now + .seconds(15)
        while true {
            let isRun = SweepLock.isHeld(path: lock)
            let state = try TrialLookup.find(target, sweep: match.sweep.name, in: store).trial.state
            if state.isEnd || !isRun || ContinuousClock.now > giveUp { return state }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// In the store, where nobody runs the sweep: unless the trial's folder says that it has ended otherwise.
    private func cancel(_ match: TrialLookup.Match, in folder: SweepFolder) throws -> TrialState {
        try folder.create()
        let lock = try SweepLock(path: folder.lock)
        let store = try ResultsStore.openForWriting(path: options.path)
        if lock.followsUncleanEnd { try store.requireIntegrity() }
        // A scheduler that was killed may have left attempts without an end, of this trial too.
        let now = Date()
        let words = try CatchUp.apply(
            store.trials(of: match.sweep.id), attempts: store.attempts(of: match.sweep.id), in: folder, to: store,
            at: now, killed: lock.killedHolder, retries: match.sweep.retries)
        words.forEach(options.output.message)
        var state = try TrialLookup.find(target, sweep: match.sweep.name, in: store).trial.state
        if !state.isEnd {
            let trialFolder = folder.trial(match.trial.trial.identity)
            try trialFolder.create(for: match.trial.trial, number: match.trial.number, sweep: match.sweep.name)
            try trialFolder.note(.cancelled, at: now)
            try store.apply([.stateChanged(match.trial.id, .cancelled, message: nil, at: now)])
            state = .cancelled
        }
        lock.giveBack()
        return state
    }
}
