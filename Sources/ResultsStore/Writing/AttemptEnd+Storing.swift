import Sweeps

extension AttemptEnd {
    /// The word in the column `end`.
    var storedKind: String {
        if case .interrupted = self { "interrupted" } else { state.rawValue }
    }

    var divergedStep: Int? {
        if case .diverged(let step, _) = self { step } else { nil }
    }

    var wildValue: WildValue? {
        if case .diverged(_, let value) = self { value } else { nil }
    }

    /// Reads an end back from its columns; nil for a kind that nobody knows.
    init?(kind: String, step: Int?, metric: String?, epoch: Int?, message: String?) {
        switch kind {
        case "interrupted": self = .interrupted(Interruption(words: message ?? ""))
        case TrialState.finished.rawValue: self = .finished
        case TrialState.diverged.rawValue:
            self = .diverged(step: step ?? 0, value: WildValue(metric: metric, epoch: epoch))
        case TrialState.failed.rawValue: self = .failed(message: message ?? "")
        case TrialState.timedOut.rawValue: self = .timedOut
        case TrialState.cancelled.rawValue: self = .cancelled
        case TrialState.pruned.rawValue: self = .pruned
        default: return nil
        }
    }
}

extension AttemptEnd.WildValue {
    /// Nil where one of the two is not known.
    fileprivate init?(metric: String?, epoch: Int?) {
        guard let metric, let epoch else { return nil }
        self.init(metric: metric, epoch: epoch)
    }
}
