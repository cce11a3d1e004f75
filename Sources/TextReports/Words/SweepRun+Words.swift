public import SweepRuns
import Sweeps
import TrialFolders

extension SweepRun.Event {
    /// A sentence; nil where there is none to say.
    ///
    /// - Parameter sweep: its name, as it may be shown.
    public func words(sweep: String) -> String? {
        switch self {
        case .followsKilled(let holder, let left):
            "The run before, \(holder.words), left \(Phrases.count(left, "trial")) under way "
                + "(\(holder.endWords)); each goes on from its checkpoint."
        case .trainedAgain(let loss): loss.words
        case .nothingToRetry(let retry):
            "No trial of '\(sweep)' \(retry == .failed ? "has failed or timed out" : "was cancelled")."
        case .beginsAnew(let count, let folder):
            "\(Phrases.count(count, "trial")) of '\(sweep)' \(count == 1 ? "is" : "are") run anew; what "
                + "\(count == 1 ? "it" : "they") left before is kept in \(SafeText.escaping(folder))."
        case .runsAtOnce(let slots): slots.sentence.prefix(1).uppercased() + slots.sentence.dropFirst() + "."
        case .keepsObjective(let record): record.keptObjectiveNote
        case .takesName(let file, let count):
            "'\(sweep)' ran with '\(SafeText.escaping(file))' before; \(Phrases.count(count, "trial")) of what it asked for "
                + "\(count == 1 ? "is" : "are") left out of rankings now. A 'name' of its own keeps the two sweeps apart."
        case .scheduling: nil
        }
    }
}
