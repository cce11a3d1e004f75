public import Foundation
public import Sweeps
public import TrialFolders

/// One thing that happened to a trial, for the store to take in; taking it in again changes nothing, and something else
/// of an attempt than it has is refused.
public enum StoreChange: Hashable, Sendable {
    case attemptStarted(TrialRecord.ID, attempt: Int, at: Date, worker: String)
    /// The attempt starts from a checkpoint of an earlier one, or afresh: what earlier attempts measured after that
    /// point no longer counts, whether it is in the store already or comes later.
    case resumed(TrialRecord.ID, attempt: Int, from: JournalPosition?)
    /// What the attempt is computed with.
    case computed(TrialRecord.ID, attempt: Int, with: Machine)
    /// Whole lines of an attempt's journal, and how far the journal is taken in with them; lines that were taken in
    /// before are passed over.
    case journal(TrialRecord.ID, attempt: Int, lines: [JournalLine], offset: Int)
    /// What the attempt cost its worker.
    case used(TrialRecord.ID, attempt: Int, ResourceUsage)
    /// The trial takes on the end's state, if no later attempt has started.
    case attemptEnded(TrialRecord.ID, attempt: Int, AttemptEnd, at: Date)
    /// The trial is set to a state apart from any attempt: cancelled before it ran, pending again after a failure.
    case stateChanged(TrialRecord.ID, TrialState, message: String?, at: Date)
    /// The trial is as if it had never begun: without attempts and measurements.
    case forgotten(TrialRecord.ID)
}
