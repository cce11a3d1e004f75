import Foundation
public import Logging
public import ResultsStore
public import SweepPlanning
public import Sweeps

/// Keeps workers busy with a sweep's trials and brings what they measure into the store.
///
/// Everything that happens comes in as an event, one after the other; what to do is the controller's to decide. The
/// store is written by a task of its own, so that no trial waits for the disk.
public actor TrialScheduler {
    /// What is to be trained, and where.
    public struct Assignment: Sendable {
        public let objective: Objective
        /// In the order in which they are to start; those that have ended are counted and left alone.
        public let records: [TrialRecord]
        public let sweepName: String
        public let folder: SweepFolder
        /// Relative paths of data start here.
        public let dataFolder: String
        public let limits: SweepController.Limits
        /// Per attempt.
        public let timeout: Duration?

        public init(
            sweep: Sweep, records: [TrialRecord], folder: SweepFolder, dataFolder: String,
            limits: SweepController.Limits
        ) {
            objective = sweep.objective
            self.records = records
            sweepName = sweep.name
            self.folder = folder
            self.dataFolder = dataFolder
            self.limits = limits
            timeout = sweep.timeout
        }
    }

    /// What a run tells whoever watches it.
    public enum News: Sendable {
        /// A few times a second.
        case progress(RunProgress)
        /// An attempt ended otherwise than by finishing its trial.
        case trouble(Trial, AttemptEnd)
        /// The last word.
        case ended(RunProgress)
    }

    /// Why a run could not go on.
    public enum Failure: Error, CustomStringConvertible {
        /// The disk is full, or a folder cannot be written.
        case cannotWrite(String)
        /// Worker processes die before they are ready.
        case noWorkers(String)

        public var description: String {
            switch self {
            case .cannotWrite(let message): message
            case .noWorkers(let reason): "No worker process can be started: \(reason)."
            }
        }
    }

    private enum Event {
        case worker(WorkerEvent)
        case tick
        case interruption
        case committed((any Error)?)
    }

    private let assignment: Assignment
    private let store: ResultsStore
    private let launcher: any TrialLauncher
    private let logger: Logger
    private let tell: @Sendable (News) -> Void
    private let records: [TrialIdentity: TrialRecord]

    private var controller: SweepController
    private var slots: [WorkerSlot]
    private var newestAttempts: [TrialIdentity: Int] = [:]
    private var progress: RunProgress
    private var changes: [StoreChange] = []
    private var isCommitting = false
    /// Set once the store has refused to be written; the trials' folders keep the rest.
    private var isStoreLost = false
    private var finish: SweepController.Finish?
    private var failure: (any Error)?
    private var interruptions = 0
    private let began = ContinuousClock.now

    /// How long workers have to leave once there is nothing more to do.
    private static let patience = Duration.seconds(5)

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
        slots = (0..<launcher.slots).map { _ in WorkerSlot() }
        progress = RunProgress(objective: assignment.objective, counts: counts)
        progress.best = best
    }

    /// Works until nothing is left to do.
    ///
    /// - Parameter interruptions: at the first, trials checkpoint and the run ends; at the second, workers are killed.
    /// - Throws: `Failure`, or the store's error; what was committed stays, and the rest is in the trials' folders.
    public func run(interruptions: AsyncStream<Void>) async throws -> SweepController.Finish {
        let (events, inbox) = AsyncStream<Event>.makeStream()
        let sources = [
            Task { [launcher] in for await event in launcher.events { inbox.yield(.worker(event)) } },
            Task { for await _ in interruptions { inbox.yield(.interruption) } },
            Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .milliseconds(100))
                    inbox.yield(.tick)
                }
            },
        ]
        defer { for source in sources { source.cancel() } }
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

    /// Whether every worker is gone and everything is in the store.
    private var isQuiet: Bool {
        slots.allSatisfy { !$0.isStaffed } && !isCommitting && (changes.isEmpty || isStoreLost)
    }

    private func handle(_ event: Event) {
        switch event {
        case .worker(.notice(let slot, .ready)):
            slots[slot].isReady = true
            slots[slot].failedStarts = 0
        case .worker(.notice(let slot, .ended)): endAttempt(at: slot, lost: nil)
        case .worker(.notice(let slot, .cannotWrite(_, let message))):
            fail(Failure.cannotWrite(message))
            endAttempt(at: slot, lost: message)
        case .worker(.exited(let slot, let reason)): workerIsGone(from: slot, reason)
        case .tick: tick()
        case .interruption: interrupt()
        case .committed(let error):
            isCommitting = false
            if let error {
                isStoreLost = true
                fail(error)
            }
        }
    }

    private func perform(_ actions: [SweepController.Action]) {
        for action in actions {
            switch action {
            case .start(let trial): start(trial)
            case .stop(let trial):
                guard let slot = slots.firstIndex(where: { $0.work?.trial.identity == trial }) else { continue }
                launcher.send(.stop(trial, .interrupted), to: slot)
            case .record(let trial, let end): record(trial, end)
            case .finish(let finish):
                self.finish = finish
                for slot in slots.indices where slots[slot].isStaffed {
                    launcher.close(slot: slot)
                    slots[slot].leavesBy = .now + Self.patience
                }
            }
        }
    }

    private func start(_ identity: TrialIdentity) {
        guard let slot = slots.firstIndex(where: { $0.work == nil }), let record = records[identity] else {
            preconditionFailure("the controller starts \(identity), but no worker is free for it")
        }
        let folder = assignment.folder.trial(identity)
        progress.move(from: .pending, to: .running)
        do {
            try folder.create(for: record.trial, sweep: assignment.sweepName)
            let earlier = folder.attempts()
            let attempt = try folder.claimAttempt()
            newestAttempts[identity] = attempt.number
            changes.append(
                .attemptStarted(record.id, attempt: attempt.number, at: Date(), worker: "local \(slot + 1)"))
            slots[slot].work = WorkerSlot.Work(
                trial: record.trial, follower: AttemptFollower(trial: record.id, attempt: attempt))
            if !slots[slot].isStaffed {
                slots[slot].isStaffed = true
                slots[slot].isReady = false
                launcher.start(slot: slot)
            }
            let order = TrainOrder(
                trial: record.trial, objective: assignment.objective, dataFolder: assignment.dataFolder,
                attempt: attempt, earlierAttempts: earlier)
            launcher.send(.train(order), to: slot)
        } catch {
            fail(Failure.cannotWrite(error.description))
            perform(controller.handle(.lost(identity, reason: error.description)))
        }
    }

    /// The attempt at `slot` has ended, by its journal or, where that has no end, because its worker was `lost`.
    private func endAttempt(at slot: Int, lost reason: String?) {
        guard let work = slots[slot].work else { return }
        follow(slot)
        let identity = work.trial.identity
        let own = slots[slot].work?.follower.end
        slots[slot].work = nil
        if let end = own ?? (work.isTimedOut ? .timedOut : nil) {
            record(identity, end)
            perform(controller.handle(.ended(identity, end)))
        } else {
            let tail = work.follower.attempt.logTail()
            let reason = reason ?? "the attempt's journal has no end"
            perform(controller.handle(.lost(identity, reason: tail.isEmpty ? reason : reason + "\n" + tail)))
        }
    }

    /// Notes how an attempt ended.
    private func record(_ identity: TrialIdentity, _ end: AttemptEnd) {
        guard let record = records[identity] else { return }
        if let attempt = newestAttempts[identity] {
            changes.append(.attemptEnded(record.id, attempt: attempt, end, at: Date()))
        }
        progress.move(from: .running, to: end.state)
        if end.state.isEnd { progress.endedInThisRun += 1 }
        if end != .finished { tell(.trouble(record.trial, end)) }
    }

    private func workerIsGone(from slot: Int, _ reason: String) {
        slots[slot].isStaffed = false
        if slots[slot].isReady { return endAttempt(at: slot, lost: reason) }
        slots[slot].failedStarts += 1
        if slots[slot].failedStarts >= 3 { fail(Failure.noWorkers(reason)) }
        guard let trial = slots[slot].work?.trial.identity else { return }
        slots[slot].work = nil
        let end = AttemptEnd.interrupted(reason: reason)
        record(trial, end)
        perform(controller.handle(.ended(trial, end)))
    }

    private func tick() {
        for slot in slots.indices {
            follow(slot)
            enforceTime(at: slot)
        }
        progress.elapsed = ContinuousClock.now - began
        progress.running = slots.indices.compactMap { slots[$0].running(at: $0) }
        tell(.progress(progress))
    }

    private func follow(_ slot: Int) {
        guard var work = slots[slot].work else { return }
        do {
            let news = try work.follower.read()
            changes += news.changes
            for run in news.runs { work.take(run, objective: assignment.objective, into: &progress) }
            if news.damagedLines > 0 {
                logger.warning("\(work.follower.attempt.journal): \(news.damagedLines) damaged lines were left out")
            }
        } catch {
            fail(Failure.cannotWrite(error.description))
        }
        slots[slot].work = work
    }

    /// Stops an attempt whose time is up: first by asking, then by force; likewise a worker that does not leave.
    private func enforceTime(at slot: Int) {
        if let leavesBy = slots[slot].leavesBy, slots[slot].isStaffed, ContinuousClock.now > leavesBy {
            launcher.kill(slot: slot)
        }
        guard let timeout = assignment.timeout, let work = slots[slot].work else { return }
        let taken = ContinuousClock.now - work.began
        if taken > timeout, !work.isTimedOut {
            slots[slot].work?.isTimedOut = true
            launcher.send(.stop(work.trial.identity, .timedOut), to: slot)
        } else if taken > timeout + Self.patience {
            launcher.kill(slot: slot)
        }
    }

    private func interrupt() {
        interruptions += 1
        progress.isStopping = true
        if interruptions == 1 {
            perform(controller.handle(.stopRequested))
        } else {
            for slot in slots.indices where slots[slot].isStaffed { launcher.kill(slot: slot) }
        }
    }

    /// Ends the run because of `error`; the first one counts.
    private func fail(_ error: any Error) {
        guard failure == nil else { return }
        failure = error
        progress.isStopping = true
        perform(controller.handle(.stopRequested))
    }

    /// Hands the changes to the store, unless it still works on earlier ones.
    private func commit(then done: @escaping @Sendable ((any Error)?) -> Void) {
        guard !isCommitting, !changes.isEmpty, !isStoreLost else { return }
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
