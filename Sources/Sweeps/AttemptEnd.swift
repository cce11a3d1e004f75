/// How one attempt at a trial ended: the final record of its journal.
public enum AttemptEnd: Hashable, Sendable {
    case finished
    /// The loss was not finite at this step (counted from 1).
    case diverged(step: Int)
    case failed(message: String)
    case timedOut
    case cancelled
    case pruned
    /// Stopped before its end; the trial goes on in another attempt.
    case interrupted(Interruption)

    /// The state that the trial takes on.
    public var state: TrialState {
        switch self {
        case .finished: .finished
        case .diverged: .diverged
        case .failed: .failed
        case .timedOut: .timedOut
        case .cancelled: .cancelled
        case .pruned: .pruned
        case .interrupted: .pending
        }
    }

    /// What there is to say beyond the state, if anything.
    public var message: String? {
        switch self {
        case .diverged(let step): "loss not finite at step \(step)"
        case .failed(let message): message
        case .interrupted(let interruption): interruption.words
        case .finished, .timedOut, .cancelled, .pruned: nil
        }
    }
}
