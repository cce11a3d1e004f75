public import Sweeps

/// Some trials of a configuration came to no end that counts, which its mean does not show.
public struct LostTrials: Hashable, Sendable {
    public let label: String
    /// How many trials have a value.
    public let valued: Int
    /// Those that diverged, failed or ran out of time, by state, in the order of `TrialState`.
    public let lost: [Loss]
    /// How many finished without a value of the objective.
    public let withoutValue: Int
    /// The command that trains failed trials again.
    public let retry: String

    public struct Loss: Hashable, Sendable {
        public let state: TrialState
        public let count: Int
    }

    /// Nil where none was lost; trials that a person or a pruner stopped are not.
    ///
    /// - Parameter valued: how many of the finished trials have a value of the objective.
    public init?(
        label: String, trials: [TrialState: Int], valued: Int, retry: String = "sweep run FILE --retry failed"
    ) {
        lost = [TrialState.diverged, .failed, .timedOut].compactMap { state in
            trials[state].flatMap { $0 > 0 ? Loss(state: state, count: $0) : nil }
        }
        withoutValue = (trials[.finished] ?? 0) - valued
        guard !lost.isEmpty || withoutValue > 0 else { return nil }
        self.label = label
        self.valued = valued
        self.retry = retry
    }

    public var sentence: String {
        let count = lost.reduce(withoutValue) { $0 + $1.count }
        let reasons =
            lost.map { "\($0.count) \($0.state.words)" }
            + (withoutValue > 0 ? ["\(withoutValue) finished without a value"] : [])
        return "Of \(label) only \(valued) of \(valued + count) trials count (\(reasons.joined(separator: ", "))): its "
            + "mean is that of the seeds that went well; \(advice)."
    }

    private var advice: String {
        if lost.contains(where: { $0.state == .diverged }) {
            return "prefer settings that never diverge, such as a smaller learning rate"
        }
        return lost.isEmpty
            ? "prefer settings with which every trial comes to a number, such as a smaller learning rate"
            : "train them again with '\(retry)'"
    }
}
