/// How one attempt at a trial ended: the final record of its journal.
public enum AttemptEnd: Hashable, Sendable {
    case finished
    /// A loss was not finite at this step, counted from 1; records of older versions do not say which.
    case diverged(step: Int, value: WildValue? = nil)
    case failed(message: String)
    case timedOut
    case cancelled
    case pruned
    /// Stopped before its end; the trial goes on in another attempt.
    case interrupted(Interruption)

    /// A measurement that is not finite.
    public struct WildValue: Hashable, Sendable {
        public let metric: String
        /// In which, or after which, it was measured; counted from 1.
        public let epoch: Int

        public init(metric: String, epoch: Int) {
            self.metric = metric
            self.epoch = epoch
        }

        /// "dev_loss not finite after epoch 1 (step 5)".
        fileprivate func words(step: Int) -> String {
            let isOfSet = MetricDefinition(named: metric).set != nil
            return "\(metric) not finite " + (isOfSet ? "after" : "in") + " epoch \(epoch) (step \(step))"
        }
    }

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
        case .diverged(let step, let value): value?.words(step: step) ?? "loss not finite at step \(step)"
        case .failed(let message): message
        case .interrupted(let interruption): interruption.words
        case .finished, .timedOut, .cancelled, .pruned: nil
        }
    }
}
