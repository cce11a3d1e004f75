/// Where a trial stands. All but the first two are ends.
public enum TrialState: String, CaseIterable, Sendable, Codable {
    /// Waits for a worker, from the start or after an interruption.
    case pending
    case running
    case finished
    case diverged
    case failed
    case timedOut = "timed_out"
    case cancelled
    case pruned

    public var isEnd: Bool { self != .pending && self != .running }

    /// Whether it ended with values that count.
    public var hasResult: Bool { self == .finished || self == .pruned }

    /// As people read it: `timed out`.
    public var words: String { self == .timedOut ? "timed out" : rawValue }
}
