public import Sweeps

/// Some trials of a configuration came to no end that counts, which its mean does not show.
public struct LostTrials: Hashable, Sendable {
    public let label: String
    public let finished: Int
    /// Those that diverged, failed or ran out of time, by state, in the order of `TrialState`.
    public let lost: [Loss]

    public struct Loss: Hashable, Sendable {
        public let state: TrialState
        public let count: Int
    }

    /// Nil where none was lost; trials that a person or a pruner stopped are not.
    public init?(label: String, trials: [TrialState: Int]) {
        lost = [TrialState.diverged, .failed, .timedOut].compactMap { state in
            trials[state].flatMap { $0 > 0 ? Loss(state: state, count: $0) : nil }
        }
        guard !lost.isEmpty else { return nil }
        self.label = label
        finished = trials[.finished] ?? 0
    }

    public var sentence: String {
        let count = lost.reduce(0) { $0 + $1.count }
        let reasons = lost.map { "\($0.count) \($0.state.words)" }.joined(separator: ", ")
        let advice =
            lost.contains { $0.state == .diverged }
            ? "prefer settings that never diverge, such as a smaller learning rate"
            : "train them again with 'sweep run FILE --retry failed'"
        return "Of \(label) only \(finished) of \(finished + count) trials count (\(reasons)): its mean is that of the "
            + "seeds that went well; \(advice)."
    }
}
