public import SweepPlanning
public import Sweeps

/// What the end of a run means, where not all is well.
public struct RunEndText {
    /// The sweep's file, as it was named.
    let file: String

    public init(file: String) {
        self.file = file
    }

    /// - Parameter states: how many trials are in each.
    /// - Returns: nil where all trials have ended and there is a result.
    public func words(_ finish: SweepController.Finish, _ states: [TrialState: Int]) -> String? {
        switch finish {
        case .stopped: "Stopped; 'sweep run \(file)' goes on from here."
        case .tooManyFailed(let count):
            "Given up after \(Phrases.count(count, "failed trial")) ('max_failed'); 'sweep show TRIAL' says why, "
                + "'sweep run \(file) --retry failed' tries them again."
        case .sameFailure(let failure, let count):
            "Given up: \(count) trials in a row failed alike (\(SafeText.escaping(failure))). Mend the cause; "
                + "'sweep run \(file) --retry failed' tries them again, 'sweep run \(file)' goes on with the rest."
        case .allEnded: failures(states) ?? absence(states)
        }
    }

    private func failures(_ states: [TrialState: Int]) -> String? {
        let failed = (states[.failed] ?? 0) + (states[.timedOut] ?? 0)
        guard failed > 0 else { return nil }
        return "\(Phrases.count(failed, "trial")) failed; 'sweep show TRIAL' says why, "
            + "'sweep run \(file) --retry failed' tries again."
    }

    private func absence(_ states: [TrialState: Int]) -> String? {
        let hasResults = states.contains { $0.key.hasResult && $0.value > 0 }
        guard !hasResults, let diverged = states[.diverged], diverged > 0 else { return nil }
        return "There is no result: \(Phrases.count(diverged, "trial")) diverged and none finished; 'sweep show TRIAL' "
            + "says at which step. Lower rates, or 'clip_norm', may help."
    }
}
