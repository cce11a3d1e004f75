import Foundation
import Sweeps
import Synchronization
import TrialFolders

@testable import TrialScheduling

/// Workers without processes: each does with an attempt what a script says, by the same folders and notices.
final class ScriptedWorkers: TrialLauncher {
    /// What happens to one attempt.
    enum Act: Sendable {
        /// Measures the objective in this many epochs and ends so.
        case train(epochs: Int, AttemptEnd)
        /// Measures one epoch and dies.
        case die
        /// Measures one epoch and goes on until it is told to stop.
        case goOn
        /// Ignores every order until it is killed, and holds so much memory.
        case hang(memory: Int = 0)
    }

    /// As many as the sweep's jobs are to be.
    let slots: Int
    /// How hard workers were pushed to leave, in order.
    let forces = Mutex<[WorkerForce]>([])
    let events: AsyncStream<WorkerEvent>
    private let reports: AsyncStream<WorkerEvent>.Continuation
    private let script: @Sendable (Trial, Int) -> Act
    private let state: Mutex<[Slot]>
    private let starts: Starts
    private let startTime: Duration

    /// What becomes of workers that are started.
    enum Starts {
        case all
        case none
        /// Those of the first slots only.
        case first(Int)
        /// They never say that they are ready.
        case hanging
    }

    private struct Work {
        let attempt: AttemptFolder
        let trial: Trial
    }

    private struct Slot {
        var isStaffed = false
        var hanging: TrialIdentity?
        var memory = 0
        var ongoing: Work?
        var journal: [JournalEntry] = []
        /// What it is to do once it has started.
        var waiting: Work?
        var isReady = false
    }

    /// - Parameter script: what happens at the trial's attempt of this number.
    init(
        slots: Int, starts: Starts = .all, startTime: Duration = .zero,
        script: @escaping @Sendable (Trial, Int) -> Act
    ) {
        self.slots = slots
        self.startTime = startTime
        self.script = script
        self.starts = starts
        (events, reports) = AsyncStream.makeStream()
        state = Mutex((0..<16).map { _ in Slot() })
    }

    func start(slot: Int, amongst count: Int) {
        let fails =
            switch starts {
            case .none: true
            case .first(let count): slot >= count
            case .all, .hanging: false
            }
        if fails {
            reports.yield(.exited(slot: slot, reason: "worker exited with code 127"))
            return
        }
        state.withLock { $0[slot].isStaffed = true }
        if case .hanging = starts { return }
        if startTime == .zero { return becomeReady(slot) }
        Task {
            try await Task.sleep(for: startTime)
            becomeReady(slot)
        }
    }

    private func becomeReady(_ slot: Int) {
        let order = state.withLock { slots in
            slots[slot].isReady = true
            defer { slots[slot].waiting = nil }
            return slots[slot].waiting
        }
        reports.yield(.notice(slot: slot, .ready))
        if let order { perform(order, at: slot) }
    }

    func send(_ order: WorkerOrder, to slot: Int) {
        guard state.withLock({ $0[slot].isStaffed }) else { return }
        switch order {
        case .attempt(_, let attempt):
            guard let order = try? attempt.order() else { preconditionFailure("\(attempt.path) has no order") }
            let work = Work(attempt: attempt, trial: order.trial)
            let isReady = state.withLock { slots in
                if !slots[slot].isReady { slots[slot].waiting = work }
                return slots[slot].isReady
            }
            if isReady { perform(work, at: slot) }
        case .stop(let identity, let cause):
            let ongoing = state.withLock { slots -> Work? in
                guard slots[slot].ongoing?.trial.identity == identity else { return nil }
                defer { slots[slot].ongoing = nil }
                return slots[slot].ongoing
            }
            guard let ongoing else { return }
            write([.ended(cause.end)], of: ongoing)
            reports.yield(.notice(slot: slot, .ended(identity)))
        }
    }

    func close(slot: Int) {
        let wasStaffed = state.withLock { slots in
            defer { (slots[slot].isStaffed, slots[slot].isReady) = (false, false) }
            return slots[slot].isStaffed && slots[slot].hanging == nil
        }
        if wasStaffed { reports.yield(.exited(slot: slot, reason: "worker exited with code 0")) }
    }

    func memory(ofWorkerAt slot: Int, above limit: Int) -> Int? {
        state.withLock { $0[slot].memory > limit ? $0[slot].memory : nil }
    }

    func end(slot: Int, by force: WorkerForce) {
        forces.withLock { $0.append(force) }
        // A worker that hangs hears only the last word.
        if force == .terminate, state.withLock({ $0[slot].hanging != nil }) { return }
        state.withLock { $0[slot] = Slot() }
        reports.yield(.exited(slot: slot, reason: "worker killed by signal 9 (Killed)"))
    }

    private func perform(_ order: Work, at slot: Int) {
        let begin: [JournalEntry] = [
            .begun(fromAttempt: 0, journalPosition: 0),
            .measured([MeasurementRun(metric: "dev_accuracy", epoch: 1, step: 1, value: 0.5)], at: nil),
        ]
        switch script(order.trial, order.attempt.number) {
        case .train(let epochs, let end):
            let further = (2...max(2, epochs)).prefix(epochs - 1).map {
                JournalEntry.measured(
                    [MeasurementRun(metric: "dev_accuracy", epoch: $0, step: $0, value: 0.5)], at: nil)
            }
            write(begin + further + [.ended(end)], of: order)
            reports.yield(.notice(slot: slot, .ended(order.trial.identity)))
        case .die:
            write(begin, of: order)
            state.withLock { $0[slot] = Slot() }
            reports.yield(.exited(slot: slot, reason: "worker killed by signal 11 (Segmentation fault)"))
        case .goOn:
            write(begin, of: order)
            state.withLock { $0[slot].ongoing = order }
        case .hang(let memory):
            write(begin, of: order)
            state.withLock {
                $0[slot].hanging = order.trial.identity
                $0[slot].memory = memory
            }
        }
    }

    private func write(_ entries: [JournalEntry], of order: Work) {
        let path = order.attempt.journal
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        guard let handle = FileHandle(forWritingAtPath: path) else { return }
        _ = try? handle.seekToEnd()
        try? handle.write(contentsOf: Data(entries.map(\.line).joined().utf8))
        try? handle.close()
    }
}
