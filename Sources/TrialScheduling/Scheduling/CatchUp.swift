public import Foundation
public import ResultsStore
import Sweeps

/// Brings the store up to what the trials' folders say, after a scheduler that ended without doing so.
public enum CatchUp {
    /// The changes that take in every attempt of `records`' unfinished trials as far as its journal goes.
    ///
    /// An attempt whose journal has no last line was killed: it is interrupted, and its trial goes on in another one.
    /// `killed` is the scheduler that ran it, if that is known. The caller holds the sweep's lock, so none of them is still followed by anybody.
    public static func changes(
        for records: [TrialRecord], attempts known: [AttemptRecord], in folder: SweepFolder, at time: Date,
        killed: SweepLock.Holder? = nil
    ) throws(FileError) -> [StoreChange] {
        let known = Dictionary(grouping: known, by: \.trial)
        let reason = killed?.endWords ?? "the scheduler or its worker was killed"
        var changes: [StoreChange] = []
        for record in records where !record.state.isEnd {
            let known = known[record.id] ?? []
            for attempt in folder.trial(record.trial.identity).attempts().reversed() {
                let stored = known.first { $0.number == attempt.number }
                if stored?.end != nil { continue }
                // Later than the attempt's last sign of life it did not end.
                let times = attempt.times()
                if stored == nil {
                    let began = times.began ?? time
                    changes.append(.attemptStarted(record.id, attempt: attempt.number, at: began, worker: "unknown"))
                }
                var follower = AttemptFollower(
                    trial: record.id, attempt: attempt, position: stored?.journalOffset ?? 0)
                changes += try follower.read().changes
                let end = follower.end ?? .interrupted(reason: reason)
                let ended = max(times.ended ?? time, stored?.startedAt ?? .distantPast)
                changes.append(.attemptEnded(record.id, attempt: attempt.number, end, at: min(ended, time)))
            }
        }
        return changes
    }
}
