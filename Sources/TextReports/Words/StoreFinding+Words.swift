import ResultsStore
public import SweepRuns
import Sweeps
import TrialFolders
public import TrialScheduling

extension StoreFinding.Problem {
    public var words: String {
        switch self {
        case .noStore(let path, let isEmpty, let isDescribed):
            (isEmpty ? "The store '\(path)' is empty" : "There is no store at '\(path)'")
                + (isDescribed
                    ? ", but there are folders of sweeps beside it."
                    : ", and no folder beside it says of which sweep it is.")
        case .damagedStore(let path, let reason): "The store '\(path)' is damaged: \(reason)."
        case .foreignStore(let path, let reason): "'\(path)' is not a store of sweeps: \(reason)."
        case .unknownSweep(let folder): "The store does not know the sweep of the folder '\(folder)'."
        case .namelessFolder(let folder, let trials):
            "'\(folder)/sweep.json', which says whose the folder's \(Phrases.count(trials, "trial")) are, is gone or "
                + "damaged; 'sweep run' with the sweep's file takes them in."
        case .inSweep(let sweep, let problem): "\(sweep): \(problem.words)"
        }
    }
}

extension StoreFinding.SweepProblem {
    /// A sentence after the sweep's name.
    fileprivate var words: String {
        switch self {
        case .foldersGone(let trials):
            "the folders of \(Phrases.count(trials, "trial")) are gone; the store keeps what it has."
        case .unknownTrials(let count):
            "the store does not know \(Phrases.count(count, "trial")) of the sweep's folder."
        case .nobodyRuns(let trials): "\(Phrases.count(trials, "trial")) 'running', but nobody runs the sweep."
        case .noDescription: "'sweep.json' is gone or damaged."
        case .wrongRoster: "'trials.jsonl' is not the list of the sweep's trials."
        case .namelessTrial(let folder): "'\(folder)' does not say which trial it is of."
        case .restorable(let trial, let damage): "of the trial \(trial) \(damage.words); the store has it whole."
        case .lost(let trial, let damage): "of the trial \(trial) \(damage.words), and the store lacks it too."
        case .kept(let trial, let damage): "of the trial \(trial) \(damage.words); the store keeps what it has."
        case .damagedJournal(let trial, let damage): "of the trial \(trial) \(damage.words)."
        case .stale(let trial, let others):
            "the store does not say what the folder of \(trial)\(others > 0 ? " and \(others) more" : "") says."
        case .checkpoint(let words): words
        case .leftovers(let count): "\(Phrases.count(count, "file")) of writers that were killed."
        }
    }
}

extension StoreFinding.Remedy {
    /// What was done, after `Mended:`.
    public var words: String {
        switch self {
        case .addedSweep(let trials): "added with \(Phrases.count(trials, "trial"))"
        case .addedTrials(let count): "added \(Phrases.count(count, "trial"))"
        case .setToFolders: "set to what the folders say"
        case .writtenFromStore: "written from the store"
        case .journalWritten: "written again from the store"
        case .setBack: "set back; 'sweep run' trains it again from where it is sound"
        case .readAgain(let trials): "\(Phrases.count(trials, "trial")) read again from the journals"
        case .movedAside(let path): "moved to '\(path)'"
        case .removed: "removed"
        case .rebuilt(let outcome, let aside):
            (aside.map { "moved to '\($0)' and " } ?? "") + "made anew from the folders with "
                + "\(Phrases.count(outcome.sweeps, "sweep")), \(Phrases.count(outcome.trials, "trial"))"
        }
    }
}

extension DoctorNews {
    public var words: String {
        switch self {
        case .isRunning(let sweep): "\(sweep) is being run, and was not looked at."
        case .comparing(let sweep, let trials): "\(sweep): \(trials) trials are compared with their folders."
        case .trainedAgain(let loss): loss.words
        }
    }
}

extension CatchUp.Loss {
    public var words: String {
        "The trial \(trial.shortName) is trained again from where it is sound: \(damage.words)."
    }
}
