public import Sweeps

/// Decides which trial starts or stops: events in, actions out, no clock and no I/O.
///
/// It is rebuilt from the store's states at each start. Its promises: no trial runs twice at once, never more than
/// `jobs` run, every waiting trial is started unless the sweep stops, and when all have ended it says so, once.
public struct SweepController: Sendable {
    public enum Event: Hashable, Sendable {
        /// The attempt ran to its own end.
        case ended(TrialIdentity, AttemptEnd)
        /// The attempt's worker died; `reason` says how.
        case lost(TrialIdentity, reason: String)
        /// Start nothing more and stop what runs.
        case stopRequested
    }

    public enum Action: Hashable, Sendable {
        case start(TrialIdentity)
        /// Ask the trial to checkpoint and end at its next step.
        case stop(TrialIdentity)
        /// How the store is to record an attempt that was lost: `interrupted` where the trial goes on in another one.
        case record(TrialIdentity, AttemptEnd)
        case finish(Finish)
    }

    /// Why nothing is left to do.
    public enum Finish: Hashable, Sendable {
        case allEnded
        case stopped
        /// So many trials failed that the sweep was told to give up.
        case tooManyFailed(Int)
    }

    /// How far the controller may go.
    public struct Limits: Hashable, Sendable {
        /// Trials at once, at least 1.
        public var jobs: Int
        /// Further attempts of a trial whose worker died.
        public var retries: Int
        public var maxFailed: Int?

        public init(jobs: Int, retries: Int, maxFailed: Int? = nil) {
            precondition(jobs >= 1, "\(jobs) jobs leave nobody to work")
            self.jobs = jobs
            self.retries = retries
            self.maxFailed = maxFailed
        }
    }

    private let limits: Limits
    /// In the order in which they are to start, the next one last.
    private var waiting: [TrialIdentity]
    private var running: Set<TrialIdentity> = []
    private var lostAttempts: [TrialIdentity: Int] = [:]
    private var failedCount: Int
    /// Set once nothing more is to start.
    private var stop: Finish?
    private var isFinished = false

    /// - Parameters:
    ///   - trials: those still to be trained, in the order in which they are to start.
    ///   - failedCount: trials of the sweep that failed before and are not among `trials`.
    public init(trials: [TrialIdentity], failedCount: Int = 0, limits: Limits) {
        self.limits = limits
        self.failedCount = failedCount
        waiting = trials.reversed()
    }

    /// The first actions.
    public mutating func begin() -> [Action] {
        giveUpIfTooManyFailed()
        return startOrFinish()
    }

    /// What to do now that `event` happened. Events about trials that do not run are ignored.
    public mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .ended(let trial, let end):
            guard running.remove(trial) != nil else { return [] }
            return settle(trial, end) + startOrFinish()
        case .lost(let trial, let reason):
            guard running.remove(trial) != nil else { return [] }
            let losses = lostAttempts[trial, default: 0] + 1
            lostAttempts[trial] = losses
            let goesOn = stop != nil || losses <= limits.retries
            let end = goesOn ? AttemptEnd.interrupted(reason: reason) : .failed(message: reason)
            return [.record(trial, end)] + settle(trial, end) + startOrFinish()
        case .stopRequested:
            guard stop == nil else { return [] }
            stop = .stopped
            return stopRunning() + startOrFinish()
        }
    }

    private mutating func settle(_ trial: TrialIdentity, _ end: AttemptEnd) -> [Action] {
        switch end.state {
        case .pending:
            if stop == nil { waiting.insert(trial, at: 0) }
        case .failed, .timedOut:
            failedCount += 1
            if giveUpIfTooManyFailed() { return stopRunning() }
        default: break
        }
        return []
    }

    @discardableResult private mutating func giveUpIfTooManyFailed() -> Bool {
        guard stop == nil, let most = limits.maxFailed, failedCount >= most else { return false }
        stop = .tooManyFailed(failedCount)
        return true
    }

    private func stopRunning() -> [Action] {
        running.sorted { $0.description < $1.description }.map(Action.stop)
    }

    private mutating func startOrFinish() -> [Action] {
        var actions: [Action] = []
        while stop == nil, running.count < limits.jobs, let trial = waiting.popLast() {
            running.insert(trial)
            actions.append(.start(trial))
        }
        if running.isEmpty, !isFinished, stop != nil || waiting.isEmpty {
            isFinished = true
            actions.append(.finish(stop ?? .allEnded))
        }
        return actions
    }
}
