public import Sweeps

/// Decides which trial starts or stops: events in, actions out, no clock and no I/O.
///
/// It is rebuilt from the store's states at each start. Its promises: no trial runs twice at once, never more start
/// than `jobs`, every waiting trial is started unless the sweep stops, and when all have ended it says so, once.
public struct SweepController: Sendable {
    private(set) public var limits: Limits
    /// In the order in which they are to start, the next one last.
    private var waiting: [TrialIdentity]
    /// Trials that wait for their back-off to end.
    private var resting: Set<TrialIdentity> = []
    /// In the order in which they started.
    private var running: [TrialIdentity] = []
    /// Those of `running` that were asked to end.
    private var leaving: Set<TrialIdentity> = []
    /// Those of `leaving` that are not to go on ever.
    private var cancelled: Set<TrialIdentity> = []
    private var lostAttempts: [TrialIdentity: Int] = [:]
    private var failedCount: Int
    /// The failure of the latest trials in a row, and how many they are.
    private var streak: (failure: String, count: Int) = ("", 0)
    /// Whether nothing is to start until it is told to go on.
    public private(set) var isPaused = false
    /// Before it, what happens only changes what there will be to do.
    private var hasBegun = false
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

    /// The first actions. What was wanted before counts.
    public mutating func begin() -> [Action] {
        hasBegun = true
        giveUpIfTooManyFailed()
        return startOrFinish()
    }

    /// What to do now that `event` happened. Events that do not fit what runs or waits are ignored.
    public mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .ended(let trial, let end):
            return attemptIsOver(trial, end)
        case .lost(let trial, let reason): return attemptIsOver(trial, .interrupted(.lost(reason: reason)))
        case .unbegun(let trial, let reason, let jobs):
            if let jobs { limits.jobs = max(1, min(limits.jobs, jobs)) }
            // It is the worker that is to blame.
            return attemptIsOver(trial, .interrupted(.lost(reason: reason)), countsAgainstTrial: false)
        case .due(let trial):
            guard resting.remove(trial) != nil else { return [] }
            waiting.insert(trial, at: 0)
            return startOrFinish()
        case .pauseRequested:
            isPaused = true
            return ask(running)
        case .resumeRequested:
            isPaused = false
            return startOrFinish()
        case .jobsChanged(let jobs):
            limits.jobs = max(1, jobs)
            return ask(running.filter { !leaving.contains($0) }.dropFirst(limits.jobs)) + startOrFinish()
        case .cancelRequested(let trial): return cancel(trial)
        case .stopRequested:
            guard stop == nil else { return [] }
            stop = .stopped
            return ask(running) + startOrFinish()
        }
    }

    private mutating func attemptIsOver(
        _ trial: TrialIdentity, _ end: AttemptEnd, countsAgainstTrial: Bool = true
    ) -> [Action] {
        guard let index = running.firstIndex(of: trial) else { return [] }
        running.remove(at: index)
        let wasAsked = leaving.remove(trial) != nil || stop != nil
        return settle(trial, end, mayGoOn: wasAsked || !countsAgainstTrial) + startOrFinish()
    }

    /// Says how an attempt that is over is recorded, and what becomes of its trial.
    ///
    /// - Parameter mayGoOn: whether an interruption is no loss, so that the trial goes on as soon as it may.
    private mutating func settle(_ trial: TrialIdentity, _ end: AttemptEnd, mayGoOn: Bool) -> [Action] {
        let isCancelled = cancelled.remove(trial) != nil
        switch end {
        case .interrupted where isCancelled: return [.record(trial, .cancelled)]
        case .interrupted where mayGoOn:
            waiting.append(trial)
            return [.record(trial, end)]
        case .interrupted(let loss): return retry(trial, loss, otherwise: .failed(message: loss.words))
        case .timedOut where !isCancelled: return retry(trial, .timedOut, otherwise: .timedOut)
        case .failed(let message): return [.record(trial, end)] + fail(message)
        default:
            streak.count = 0
            return [.record(trial, end)]
        }
    }

    /// Lets a trial go on in another attempt a while later, twice as long after each loss, or ends it.
    private mutating func retry(_ trial: TrialIdentity, _ loss: Interruption, otherwise end: AttemptEnd) -> [Action] {
        let losses = lostAttempts[trial, default: 0] + 1
        lostAttempts[trial] = losses
        if losses > limits.retries { return [.record(trial, end)] + fail(loss.words) }
        let delay = min(limits.longestBackOff, limits.backOff * (1 << min(losses - 1, 16)))
        resting.insert(trial)
        return [.record(trial, .interrupted(loss)), .wait(trial, delay)]
    }

    private mutating func fail(_ message: String) -> [Action] {
        failedCount += 1
        let failure = String(message.prefix { $0 != "\n" })
        streak = (failure, streak.failure == failure ? streak.count + 1 : 1)
        if stop == nil, let most = limits.breaker, streak.count >= most {
            stop = .sameFailure(failure, count: streak.count)
        } else if !giveUpIfTooManyFailed() {
            return []
        }
        return ask(running)
    }

    @discardableResult private mutating func giveUpIfTooManyFailed() -> Bool {
        guard stop == nil, let most = limits.maxFailed, failedCount >= most else { return false }
        stop = .tooManyFailed(failedCount)
        return true
    }

    private mutating func cancel(_ trial: TrialIdentity) -> [Action] {
        if running.contains(trial) {
            guard cancelled.insert(trial).inserted else { return [] }
            leaving.insert(trial)
            return [.cancel(trial)]
        }
        if resting.remove(trial) == nil {
            guard let index = waiting.firstIndex(of: trial) else { return [] }
            waiting.remove(at: index)
        }
        return [.record(trial, .cancelled)] + startOrFinish()
    }

    /// Asks those of `trials` to end that were not asked yet.
    private mutating func ask(_ trials: some Sequence<TrialIdentity>) -> [Action] {
        trials.filter { leaving.insert($0).inserted }.map(Action.stop)
    }

    private mutating func startOrFinish() -> [Action] {
        guard hasBegun else { return [] }
        var actions: [Action] = []
        while stop == nil, !isPaused, running.count < limits.jobs, let trial = waiting.popLast() {
            running.append(trial)
            actions.append(.start(trial))
        }
        let hasMore = !waiting.isEmpty || !resting.isEmpty
        if running.isEmpty, !isFinished, stop != nil || !hasMore {
            isFinished = true
            actions.append(.finish(stop == .stopped && !hasMore ? .allEnded : stop ?? .allEnded))
        }
        return actions
    }
}
