public import Sweeps

/// What a person may want of a sweep that is being run, from another terminal.
public enum SweepControl: Hashable, Sendable, Codable {
    /// Trials checkpoint and wait.
    case pause
    case resume
    /// As by Ctrl-C.
    case stop
    /// End this trial for good.
    case cancel(TrialIdentity)
    /// So many trials at once from now on, at least 1.
    case jobs(Int)
}
