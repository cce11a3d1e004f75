import Foundation
import ResultsStore
public import Sweeps
import TrialFolders
public import TrialScheduling

/// Ends one trial for good, whether its sweep is being run or not.
public struct TrialCancellation {
    public let match: TrialLookup.Match
    /// Of the store.
    public let path: String

    /// How long a trial may take to end once its scheduler has heard of it.
    private static let patience = Duration.seconds(15)

    public init(of match: TrialLookup.Match, storePath path: String) {
        self.match = match
        self.path = path
    }

    private var folder: SweepFolder { SweepFolder(sweep: match.sweep.name, besideStore: path) }

    /// - Parameter tell: hears of trials that are set back, since what was to be read of them is damaged.
    /// - Returns: the trial's state afterwards, which is no end where it takes too long.
    /// - Throws: `SweepRunError`, `SweepLock.Taken`, `StoreError`, `FileError`.
    public func perform(tell: (CatchUp.Loss) -> Void) async throws -> TrialState {
        SweepLock.isHeld(path: folder.lock) ? try await cancelByScheduler() : try cancel(tell)
    }

    private func cancelByScheduler() async throws -> TrialState {
        try await RunningSweep(match.sweep, besideStore: path).ask(.cancel(match.trial.trial.identity))
        let store = try ResultsStore.openForReading(path: path)
        let giveUp = ContinuousClock.now + Self.patience
        while true {
            let isRun = SweepLock.isHeld(path: folder.lock)
            let state = try state(in: store)
            if state.isEnd || !isRun || ContinuousClock.now > giveUp { return state }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// In the store, where nobody runs the sweep: unless the trial's folder says that it has ended otherwise.
    private func cancel(_ tell: (CatchUp.Loss) -> Void) throws -> TrialState {
        try folder.create()
        let lock = try SweepLock(path: folder.lock)
        let store = try ResultsStore.openForWriting(path: path)
        if lock.followsUncleanEnd { try store.requireIntegrity() }
        // A scheduler that was killed may have left attempts without an end, of this trial too.
        let now = Date()
        let losses = try CatchUp.apply(
            store.trials(of: match.sweep.id), attempts: store.attempts(of: match.sweep.id), in: folder, to: store,
            at: now, killed: lock.killedHolder, retries: match.sweep.limits.retries)
        losses.forEach(tell)
        var state = try state(in: store)
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

    private func state(in store: ResultsStore) throws -> TrialState {
        let identity = match.trial.trial.identity.description
        return try TrialLookup.find(identity, sweep: match.sweep.name, in: store).trial.state
    }
}
