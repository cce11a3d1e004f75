import Sweeps

extension AttemptEnd {
    /// The word in the column `end`.
    var storedKind: String {
        if case .interrupted = self { "interrupted" } else { state.rawValue }
    }

    var divergedStep: Int? {
        if case .diverged(let step) = self { step } else { nil }
    }

    /// Reads an end back from its columns; nil for a kind that nobody knows.
    init?(kind: String, step: Int?, message: String?) {
        switch kind {
        case "interrupted": self = .interrupted(Interruption(words: message ?? ""))
        case TrialState.finished.rawValue: self = .finished
        case TrialState.diverged.rawValue: self = .diverged(step: step ?? 0)
        case TrialState.failed.rawValue: self = .failed(message: message ?? "")
        case TrialState.timedOut.rawValue: self = .timedOut
        case TrialState.cancelled.rawValue: self = .cancelled
        case TrialState.pruned.rawValue: self = .pruned
        default: return nil
        }
    }
}
