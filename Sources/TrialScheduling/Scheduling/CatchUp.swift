public import Foundation
public import ResultsStore
import SweepPlanning
import Sweeps
public import TrialFolders

/// Brings the store up to what the trials' folders say, after a scheduler that ended without doing so.
public enum CatchUp {
    /// What folders say that the store does not know yet.
    public struct Reading: Sendable {
        public fileprivate(set) var changes: [StoreChange] = []
        /// Trials that have ended by their journals, which have lost some of what was measured: they are pending, to be
        /// trained again.
        public fileprivate(set) var damages: [TrialRecord.ID: JournalDamage] = [:]

        /// How many lines of journals it holds.
        public var lineCount: Int {
            changes.reduce(0) { count, change in
                if case .journal(_, _, let lines, _) = change { count + lines.count } else { count }
            }
        }
    }

    /// A trial that had ended, of which journals have lost what was measured: it is trained again from where it is sound.
    public struct Loss: Hashable, Sendable {
        public let trial: TrialRecord
        public let damage: JournalDamage
    }

    /// Takes in every attempt of `records`' unfinished trials as far as its journal goes. It writes nothing.
    ///
    /// An attempt whose journal has no last line was killed: it is interrupted, and its trial goes on in another one.
    /// The caller holds the sweep's lock, so none of them is still followed by anybody.
    ///
    /// - Parameters:
    ///   - known: the attempts that the store has; those that ended are not read again.
    ///   - remembered: attempts whose times and ends the store knew, where the folders do not say them.
    ///   - killed: the scheduler that ran them, if that is known.
    ///   - retries: further attempts that a trial may have after its time was up; until these are used up, such an end
    ///     is not the trial's last word.
    public static func read(
        _ records: [TrialRecord], attempts known: [AttemptRecord], remembering remembered: [AttemptRecord] = [],
        in folder: SweepFolder, at time: Date, killed: SweepLock.Holder? = nil, retries: Int
    ) throws(FileError) -> Reading {
        let known = Dictionary(grouping: known, by: \.trial)
        var reading = Reading()
        for record in records where !record.state.isEnd {
            var trial = TrialReading(
                record: record, folder: folder.trial(record.trial.identity), known: known[record.id] ?? [],
                remembered: remembered, time: time, retries: retries,
                killWords: killed?.endWords ?? "the scheduler or its worker was killed")
            try trial.read()
            reading.changes += trial.changes
            reading.damages[record.id] = trial.damage
        }
        return reading
    }

    /// Writes into the folders what was read of attempts' times and ends, so that they say the same ever after.
    ///
    /// - Parameter records: those whose trials were read.
    public static func seal(_ changes: [StoreChange], of records: [TrialRecord], in folder: SweepFolder)
        throws(FileError)
    {
        let folders = Dictionary(records.map { ($0.id, folder.trial($0.trial.identity)) }) { first, _ in first }
        for change in changes {
            switch change {
            case .attemptStarted(let id, let number, let time, let worker):
                guard let trial = folders[id] else { continue }
                let attempt = AttemptFolder(trial: trial, number: number)
                if attempt.storedNotes().began == nil { try attempt.noteStart(by: worker, at: time) }
            case .attemptEnded(let id, let number, let end, let time):
                guard let trial = folders[id] else { continue }
                let attempt = AttemptFolder(trial: trial, number: number)
                if attempt.storedNotes().end == nil { try attempt.noteEnd(end, at: time) }
            case .resumed, .computed, .journal, .used, .stateChanged, .forgotten: continue
            }
        }
    }

    /// Reads, seals, and brings the store up to date.
    ///
    /// - Returns: trials that are to be trained again.
    /// - Throws: `FileError`, `StoreError`.
    public static func apply(
        _ records: [TrialRecord], attempts: [AttemptRecord], in folder: SweepFolder, to store: ResultsStore,
        at time: Date, killed: SweepLock.Holder? = nil, retries: Int
    ) throws -> [Loss] {
        let reading = try read(
            records, attempts: attempts, in: folder, at: time, killed: killed, retries: retries)
        try seal(reading.changes, of: records, in: folder)
        try store.apply(reading.changes)
        return records.compactMap { record in reading.damages[record.id].map { Loss(trial: record, damage: $0) } }
    }
}
