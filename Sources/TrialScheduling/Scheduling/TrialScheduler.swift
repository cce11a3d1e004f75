import Foundation
public import Logging
public import ResultsStore
public import SweepPlanning
import Sweeps
import TrialFolders

/// Keeps workers busy with a sweep's trials and brings what they measure into the store.
///
/// Everything that happens comes in as an event, one after the other; what to do is the controller's to decide. The
/// store is written by a task of its own, so that no trial waits for the disk.
public actor TrialScheduler {
    private enum Event {
        case worker(WorkerEvent)
        case tick
        case interruption
        case committed((any Error)?)
    }

    /// Workers that cannot be started.
    struct Shortage {
        let wanted: Int
        let reason: String
    }

    let assignment: Assignment
    private let store: ResultsStore
    let launcher: any TrialLauncher
    let logger: Logger
    let tell: @Sendable (News) -> Void
    let records: [TrialIdentity: TrialRecord]

    var controller: SweepController
    var slots: [WorkerSlot] = []
    /// The number of the newest attempt that each trial was given in this run.
    var newestAttempts: [TrialIdentity: Int] = [:]
    /// Trials with an attempt that has not been recorded as ended.
    var underWay: Set<TrialIdentity> = []
    /// Attempts whose workers died before they wrote how they ended.
    var unsealed: [TrialIdentity: AttemptFolder] = [:]
    /// When trials in back-off are to be tried again.
    var due: [TrialIdentity: ContinuousClock.Instant] = [:]
    var progress: RunProgress
    /// Workers in a row that went before they were ready.
    var failedStarts = 0
    /// That there are fewer workers than wanted, until a person is told.
    var shortage: Shortage?
    /// Whether it was said that a trial does not measure what it is to be judged by.
    var hasToldUnjudged = false
    /// Trials whose attempts never began, until they are recorded.
    var unbegun: Set<TrialIdentity> = []
    /// For the store, in order.
    var changes: [StoreChange] = []
    private var isCommitting = false
    /// Until when changes gather, unless nobody is left to bring more.
    private var gathersUntil = ContinuousClock.now
    /// Set once the store has refused to be written; the trials' folders keep the rest.
    private var isStoreLost = false
    var finish: SweepController.Finish?
    private(set) var failure: (any Error)?
    private var interruptions = 0
    private let began = ContinuousClock.now

    public init(
        _ assignment: Assignment, store: ResultsStore, launcher: any TrialLauncher, logger: Logger,
        best: RunProgress.Judged? = nil, tell: @escaping @Sendable (News) -> Void
    ) {
        self.assignment = assignment
        self.store = store
        self.launcher = launcher
        self.logger = logger
        self.tell = tell
        let records = assignment.records
        self.records = Dictionary(records.map { ($0.trial.identity, $0) }) { first, _ in first }
        let counts = Dictionary(grouping: records, by: \.state).mapValues(\.count)
        controller = SweepController(
            trials: records.filter { !$0.state.isEnd }.map(\.trial.identity),
            failedCount: (counts[.failed] ?? 0) + (counts[.timedOut] ?? 0), limits: assignment.limits)
        progress = RunProgress(objective: assignment.objective, counts: counts, best: best)
    }

    /// Works until nothing is left to do.
    ///
    /// - Parameter interruptions: at the first, trials checkpoint and the run ends; at the second, workers are
    ///   terminated; at the third, killed.
    /// - Throws: `Failure`, or the store's error; what was committed stays, and the rest is in the trials' folders.
    public func run(interruptions: AsyncStream<Void>) async throws -> SweepController.Finish {
        let (events, inbox) = AsyncStream<Event>.makeStream()
        let sources = [
            Task { [launcher] in for await event in launcher.events { inbox.yield(.worker(event)) } },
            Task { for await _ in interruptions { inbox.yield(.interruption) } },
            Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: Self.look)
                    inbox.yield(.tick)
                }
            },
        ]
        defer { for source in sources { source.cancel() } }
        takeControls()
        perform(controller.begin())
        for await event in events {
            handle(event)
            commit { inbox.yield(.committed($0)) }
            if let finish, isQuiet {
                progress.elapsed = ContinuousClock.now - began
                tell(.ended(progress))
                if let failure { throw failure }
                return finish
            }
        }
        preconditionFailure("the scheduler's events ended before the sweep")
    }

    /// The time from one look at everything to the next.
    static let look = Duration.milliseconds(100)

    /// How long changes gather before they are committed at once: to wait for the disk costs the same for one as for
    /// many, and until then the trials' folders have them.
    private static let gathering = Duration.milliseconds(50)

    private var isDeserted: Bool { slots.allSatisfy { !$0.isStaffed } }

    /// Whether every worker is gone and everything is in the store.
    private var isQuiet: Bool { isDeserted && !isCommitting && (changes.isEmpty || isStoreLost) }

    private func handle(_ event: Event) {
        switch event {
        case .worker(.notice(let slot, let notice)): take(notice, from: slot)
        case .worker(.exited(let slot, let reason)): workerIsGone(from: slot, reason)
        case .tick: tick()
        case .interruption: interrupt()
        case .committed(let error):
            isCommitting = false
            gathersUntil = .now + Self.gathering
            if let error {
                isStoreLost = true
                fail(error)
            }
        }
    }

    private func tick() {
        for slot in slots.indices {
            if !isBehind { follow(slot) }
            enforceLimits(at: slot)
        }
        let now = ContinuousClock.now
        for (trial, time) in due.sorted(by: { $0.value < $1.value }) where time <= now {
            due[trial] = nil
            perform(controller.handle(.due(trial)))
        }
        takeControls()
        warnOfShortage()
        dismissIdleWorkers()
        progress.elapsed = now - began
        progress.isPaused = controller.isPaused
        progress.running = slots.indices.compactMap { slots[$0].running(at: $0) }
        tell(.progress(progress))
    }

    /// Whether the store has so much to take in that journals are better left unread for now; they keep everything.
    private var isBehind: Bool { changes.count > 10_000 }

    /// Does what other terminals asked for since the last time.
    private func takeControls() {
        for control in assignment.controls.take() {
            switch control {
            case .pause: perform(controller.handle(.pauseRequested))
            case .resume: perform(controller.handle(.resumeRequested))
            case .stop: stop()
            case .cancel(let trial): perform(controller.handle(.cancelRequested(trial)))
            case .jobs(let jobs): perform(controller.handle(.jobsChanged(min(jobs, max(1, records.count)))))
            }
        }
    }

    private func stop() {
        progress.isStopping = true
        perform(controller.handle(.stopRequested))
    }

    private func interrupt() {
        interruptions += 1
        stop()
        guard interruptions > 1 else { return }
        for slot in slots.indices where slots[slot].isStaffed {
            launcher.end(slot: slot, by: interruptions == 2 ? .terminate : .kill)
        }
    }

    /// Ends the run because of `error`; the first one counts.
    func fail(_ error: any Error) {
        guard failure == nil else { return }
        failure = error
        stop()
    }

    /// Hands the changes to the store, unless it still works on earlier ones or they are to gather.
    private func commit(then done: @escaping @Sendable ((any Error)?) -> Void) {
        guard !isCommitting, !changes.isEmpty, !isStoreLost, isDeserted || .now >= gathersUntil else { return }
        isCommitting = true
        let batch = changes
        changes = []
        Task.detached { [store] in
            do {
                try store.apply(batch)
                done(nil)
            } catch {
                done(error)
            }
        }
    }
}
