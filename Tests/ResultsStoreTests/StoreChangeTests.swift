import Foundation
import Sweeps
import Synchronization
import Testing
import TrialFolders

@testable import ResultsStore

@Suite("Changes to the store")
struct StoreChangeTests {
    @Test("a trial's life is kept: started, measured, finished")
    func life() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        try test.store.apply([
            test.started(trial),
            .journal(trial, attempt: 1, lines: [line(1, 0.5, end: 40), line(2, 0.25, end: 80)], offset: 90),
            .attemptEnded(trial, attempt: 1, .finished, at: test.time.addingTimeInterval(2.5)),
        ])
        let record = try #require(try test.store.trials(of: test.sweepRecord().id).first)
        #expect(record.state == .finished)
        #expect(record.attempts == 1)
        #expect(record.startedAt == test.time)
        #expect(record.endedAt == test.time.addingTimeInterval(2.5))
        #expect(record.seconds == 2.5)
        let attempt = try #require(try test.store.attempts(of: test.sweepRecord().id).first)
        #expect(attempt.journalOffset == 90)
        #expect(attempt.end == .finished)
        let series = try #require(try test.values(of: "loss").first)
        #expect(series.epochs == [1, 2])
        #expect(series.steps == [10, 20])
        #expect(series.values == [0.5, 0.25])
        let summary = try #require(try test.summary(of: trial, "loss"))
        #expect(summary.count == 2)
        #expect(summary.smallest == MetricPoint(epoch: 2, step: 20, value: 0.25))
    }

    @Test("taking in the same changes again changes nothing", arguments: [1, 3])
    func again(times: Int) throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        let end = AttemptEnd.diverged(step: 31, value: AttemptEnd.WildValue(metric: "dev_loss", epoch: 3))
        let changes: [StoreChange] = [
            test.started(trial),
            .journal(trial, attempt: 1, lines: [line(1, 0.5, end: 40), line(2, 0.25, end: 80)], offset: 80),
            .attemptEnded(trial, attempt: 1, .interrupted(.lost(reason: "signal 15")), at: test.time),
            test.started(trial, 2),
            .resumed(trial, attempt: 2, from: JournalPosition(attempt: 1, offset: 40)),
            .journal(trial, attempt: 2, lines: [line(2, 0.125, end: 40), line(3, 1, end: 80)], offset: 80),
            .attemptEnded(trial, attempt: 2, end, at: test.time),
        ]
        for _ in 0..<times { try test.store.apply(changes) }
        let series = try #require(try test.values(of: "loss").first)
        #expect(series.values == [0.5, 0.125, 1])
        let summary = try #require(try test.summary(of: trial, "loss"))
        #expect(summary.count == 3)
        #expect(summary.last.value == 1)
        #expect(summary.smallest?.value == 0.125)
        let record = try #require(try test.store.trials(of: test.sweepRecord().id).first)
        #expect(record.state == .diverged)
        #expect(record.message == "dev_loss not finite after epoch 3 (step 31)")
        #expect(try test.store.attempts(of: test.sweepRecord().id).last?.end == end)
    }

    @Test("a divergence of which nobody knows the value reads back as such")
    func unknownValue() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        try test.store.apply([test.started(trial), .attemptEnded(trial, attempt: 1, .diverged(step: 7), at: test.time)])
        #expect(try test.store.attempts(of: test.sweepRecord().id).map(\.end) == [.diverged(step: 7)])
        #expect(try test.store.trials(of: test.sweepRecord().id).first?.message == "loss not finite at step 7")
    }

    @Test("an attempt that begins again otherwise, or that ends without having begun or otherwise, is refused")
    func contradictions() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        try test.store.apply([test.started(trial), .attemptEnded(trial, attempt: 1, .timedOut, at: test.time)])
        let later = test.time.addingTimeInterval(1)
        for change in [
            StoreChange.attemptStarted(trial, attempt: 1, at: later, worker: "local 1"),
            .attemptEnded(trial, attempt: 1, .finished, at: later),
            .attemptEnded(trial, attempt: 2, .finished, at: later),
        ] {
            let error = #expect(throws: StoreError.self) { try test.store.apply([change]) }
            guard case .cannotWrite(test.path, .contradiction)? = error else {
                Issue.record("\(error.map(String.init(describing:)) ?? "no error")")
                continue
            }
        }
        #expect(try test.store.trials(of: test.sweepRecord().id).first?.state == .timedOut)
    }

    @Test("an attempt that ends before it began, because the clock was set back, took no time")
    func clockSetBack() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        try test.store.apply([
            test.started(trial),
            .attemptEnded(trial, attempt: 1, .finished, at: test.time.addingTimeInterval(-3_600)),
        ])
        #expect(try test.store.trials(of: test.sweepRecord().id).first?.seconds == 0)
    }

    @Test("what an attempt cost its worker is kept with it")
    func usage() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        let usage = ResourceUsage(peakMemory: 123_456_789_012, processorSeconds: 12.5)
        try test.store.apply([test.started(trial), .used(trial, attempt: 1, usage)])
        #expect(try test.store.attempts(of: test.sweepRecord().id).first?.usage == usage)
    }

    @Test("what the measurements that count were computed with is known by trial, as far as journals say it")
    func machines() throws {
        let test = try TestStore()
        let trials = try test.register(TestStore.trials(3)).map(\.id)
        let machines = ["a", "b", "c"].map { Machine(processor: $0, kernels: "k") }
        let end = AttemptEnd.interrupted(.askedToStop)
        try test.store.apply([
            test.started(trials[0]), .computed(trials[0], attempt: 1, with: machines[0]),
            .journal(trials[0], attempt: 1, lines: [line(1, 0.5, end: 50)], offset: 50),
            .attemptEnded(trials[0], attempt: 1, end, at: test.time), test.started(trials[0], 2),
            .resumed(trials[0], attempt: 2, from: JournalPosition(attempt: 1, offset: 50)),
            .computed(trials[0], attempt: 2, with: machines[1]),
            // What its first attempt measured no longer counts.
            test.started(trials[1]), .computed(trials[1], attempt: 1, with: machines[0]),
            .attemptEnded(trials[1], attempt: 1, end, at: test.time), test.started(trials[1], 2),
            .resumed(trials[1], attempt: 2, from: nil), .computed(trials[1], attempt: 2, with: machines[2]),
            test.started(trials[2]),
        ])
        let sweep = try test.sweepRecord().id
        #expect(
            try test.store.machines(of: sweep) == [trials[0]: Set(machines.prefix(2)), trials[1]: [machines[2]]])
        #expect(
            try test.store.attempts(of: sweep).map(\.machine) == [0, 1, 0, 2].map { machines[$0] } + [nil])
    }

    @Test("a store that was removed while it was in use refuses further changes; a sound one has no problems")
    func removed() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        #expect(try test.store.integrityProblems().isEmpty)
        try FileManager.default.removeItem(atPath: test.path)
        let error = #expect(throws: StoreError.self) { try test.store.apply([test.started(trial)]) }
        #expect(
            error?.description
                == "The store '\(test.path)' cannot be written: it was removed or replaced while it was in use.")
    }

    @Test("a change waits while another process has the store locked")
    func locked() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        let other = try ResultsStore.openForWriting(path: test.path)
        let isLocked = DispatchSemaphore(value: 0)
        let isReleased = Mutex(false)
        // A thread and not a task, which on a busy machine would begin only when the store's patience is at its end.
        Thread.detachNewThread {
            do {
                try other.write { _ in
                    isLocked.signal()
                    // Long enough for the change to find the store locked.
                    Thread.sleep(forTimeInterval: 0.1)
                    isReleased.withLock { $0 = true }
                }
            } catch {
                Issue.record(error)
                isLocked.signal()
            }
        }
        isLocked.wait()
        try test.store.apply([test.started(trial)])
        #expect(isReleased.withLock { $0 })
        #expect(try test.store.attempts(of: test.sweepRecord().id).count == 1)
    }
}
