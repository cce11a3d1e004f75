/// Why an attempt ended before its trial did, so that the trial goes on in another one.
public enum Interruption: Hashable, Sendable {
    /// By a signal to the scheduler, or since the sweep was paused or got fewer workers.
    case askedToStop
    case schedulerGone
    /// Its time was up, and the trial may have further attempts.
    case timedOut
    /// Nobody asked for it: the worker, the scheduler or the machine was killed. The reason says how.
    case lost(reason: String)

    /// A clause, as journals and the store keep it.
    public var words: String {
        switch self {
        case .askedToStop: "asked to stop"
        case .schedulerGone: "the scheduler is gone"
        case .timedOut: "timed out"
        case .lost(let reason): reason
        }
    }

    /// The interruption that these words tell of.
    public init(words: String) {
        let known: [Interruption] = [.askedToStop, .schedulerGone, .timedOut]
        self = known.first { $0.words == words } ?? .lost(reason: words)
    }
}
