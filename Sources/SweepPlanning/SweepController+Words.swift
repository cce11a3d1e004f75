public import Sweeps

extension SweepController {
    public enum Event: Hashable, Sendable {
        /// The attempt ran to its own end.
        case ended(TrialIdentity, AttemptEnd)
        /// The attempt's worker died; `reason` says how.
        case lost(TrialIdentity, reason: String)
        /// The attempt's worker died before it could begin; from now on there can be no more than so many `jobs`.
        case unbegun(TrialIdentity, reason: String, jobs: Int? = nil)
        /// The time that `Action.wait` asked for is over.
        case due(TrialIdentity)
        /// Let the running trials checkpoint and end, and start nothing until told to go on.
        case pauseRequested
        case resumeRequested
        /// So many trials at once from now on, at least 1.
        case jobsChanged(Int)
        /// End this one trial, running or waiting, for good.
        case cancelRequested(TrialIdentity)
        /// Start nothing more and stop what runs.
        case stopRequested
    }

    public enum Action: Hashable, Sendable {
        case start(TrialIdentity)
        /// Say `Event.due` after this time.
        case wait(TrialIdentity, Duration)
        /// Ask the trial to checkpoint and end at its next step.
        case stop(TrialIdentity)
        /// Likewise, and it is not to go on.
        case cancel(TrialIdentity)
        /// How the trial's attempt ended, for the store: `interrupted` where it goes on in another one. A trial without
        /// an attempt under way takes on the state alone.
        case record(TrialIdentity, AttemptEnd)
        case finish(Finish)
    }

    /// Why nothing is left to do.
    public enum Finish: Hashable, Sendable {
        case allEnded
        case stopped
        /// So many trials failed that the sweep was told to give up.
        case tooManyFailed(Int)
        /// So many trials in a row failed alike that the next ones would too.
        case sameFailure(String, count: Int)
    }

    /// How far the controller may go.
    public struct Limits: Hashable, Sendable {
        /// Trials at once, at least 1.
        public internal(set) var jobs: Int
        /// Further attempts of a trial whose worker died or whose time was up.
        public var retries: Int
        public var maxFailed: Int?
        /// The most trials in a row that may fail with the same words; nil: any number.
        public var breaker: Int?
        /// The wait before the second attempt.
        public var backOff: Duration
        public var longestBackOff = Duration.seconds(60)

        public init(
            jobs: Int, retries: Int, maxFailed: Int? = nil, breaker: Int? = 10, backOff: Duration = .milliseconds(250)
        ) {
            precondition(jobs >= 1, "\(jobs) jobs leave nobody to work")
            self.jobs = jobs
            self.retries = retries
            self.maxFailed = maxFailed
            self.breaker = breaker
            self.backOff = backOff
        }
    }
}
