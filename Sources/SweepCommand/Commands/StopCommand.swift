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
        try refuseIfEnded(match.trial)
        try await cancel(match)
        options.output.message("The trial \(match.trial.shortName) is cancelled.")
    }

    private func refuseIfEnded(_ trial: TrialRecord) throws {
        guard trial.state.isEnd else { return }
        throw CommandError.wrongInput("The trial \(trial.shortName) has ended already: \(trial.state.words).")
    }

    /// By its scheduler, or in the trial's folder and the store where nobody runs the sweep.
    private func cancel(_ match: TrialLookup.Match) async throws {
        let folder = SweepFolder(sweep: match.sweep.name, besideStore: options.path)
        if SweepLock.isHeld(path: folder.lock) {
            let running = try RunningSweep(match.sweep, besideStore: options.path)
            return try await running.ask(.cancel(match.trial.trial.identity))
        }
        try folder.create()
        let lock = try SweepLock(path: folder.lock)
        let store = try ResultsStore.openForWriting(path: options.path)
        if lock.followsUncleanEnd { try store.requireIntegrity() }
        // A scheduler that was killed may have left attempts without an end, of this trial too.
        let now = Date()
        let words = try CatchUp.apply(
            store.trials(of: match.sweep.id), attempts: store.attempts(of: match.sweep.id), in: folder, to: store,
            at: now, killed: lock.killedHolder)
        words.forEach(options.output.message)
        guard let trial = try store.trials(of: match.sweep.id).first(where: { $0.id == match.trial.id }) else { return }
        try refuseIfEnded(trial)
        let trialFolder = folder.trial(trial.trial.identity)
        try trialFolder.create(for: trial.trial, number: trial.number, sweep: match.sweep.name)
        try trialFolder.note(.cancelled, at: now)
        try store.apply([.stateChanged(trial.id, .cancelled, message: nil, at: now)])
        _ = consume lock
    }
}
