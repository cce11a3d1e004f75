public import TrialFolders
public import TrialScheduling

/// Something about a store, or a sweep's folder, that is not as it should be.
public struct StoreFinding: Hashable, Sendable {
    public let problem: Problem
    /// What was done about it; nil if nothing was.
    public let remedy: Remedy?
    /// Whether something can be done about it; if not, it is only said.
    public let isMendable: Bool

    public enum Problem: Hashable, Sendable {
        /// There is none at this path, or nothing in it, but there are sweeps' folders beside it.
        case noStore(path: String, isEmpty: Bool, isDescribed: Bool)
        case damagedStore(path: String, reason: String)
        case foreignStore(path: String, reason: String)
        /// The store does not know the sweep of this folder.
        case unknownSweep(folder: String)
        /// The folder with trials does not say of which sweep they are.
        case namelessFolder(String, trials: Int)
        /// What one sweep's folder or its rows have.
        case inSweep(String, SweepProblem)
    }

    public enum SweepProblem: Hashable, Sendable {
        case foldersGone(trials: Int)
        case unknownTrials(Int)
        /// They are said to run, but nobody runs the sweep.
        case nobodyRuns(trials: Int)
        case noDescription
        case wrongRoster
        /// The trial's folder does not say which trial it is of.
        case namelessTrial(folder: String)
        /// The store has all that the journal has lost.
        case restorable(trial: String, JournalDamage)
        /// The store lacks it too.
        case lost(trial: String, JournalDamage)
        /// The store has some of it and keeps that.
        case kept(trial: String, JournalDamage)
        /// A rebuild came upon it.
        case damagedJournal(trial: String, JournalDamage)
        /// The store does not say what the folders say of this trial and so many others.
        case stale(trial: String, others: Int)
        /// A sentence that names the file.
        case checkpoint(String)
        /// Files of writers that were killed.
        case leftovers(Int)
    }

    public enum Remedy: Hashable, Sendable {
        case addedSweep(trials: Int)
        case addedTrials(Int)
        case setToFolders
        case writtenFromStore
        case journalWritten
        /// To be trained again from where it is sound.
        case setBack
        case readAgain(trials: Int)
        case movedAside(to: String)
        case removed
        /// The damaged file is kept under another name.
        case rebuilt(StoreRebuild.Outcome, oldMovedTo: String?)
    }
}

/// What a doctor tells while it looks.
public enum DoctorNews: Hashable, Sendable {
    /// The sweep is being run, and is not looked at.
    case isRunning(sweep: String)
    /// So many trials that it takes a while.
    case comparing(sweep: String, trials: Int)
    case trainedAgain(CatchUp.Loss)
}
