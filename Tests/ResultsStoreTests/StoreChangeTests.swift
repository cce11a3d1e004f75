import Foundation
import ResultsStore
import Sweeps
import Testing

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
        let changes: [StoreChange] = [
            test.started(trial),
            .journal(trial, attempt: 1, lines: [line(1, 0.5, end: 40), line(2, 0.25, end: 80)], offset: 80),
            .attemptEnded(trial, attempt: 1, .interrupted(reason: "signal 15"), at: test.time),
            test.started(trial, 2),
            .resumed(trial, attempt: 2, from: JournalPosition(attempt: 1, offset: 40)),
            .journal(trial, attempt: 2, lines: [line(2, 0.125, end: 40), line(3, 1, end: 80)], offset: 80),
            .attemptEnded(trial, attempt: 2, .diverged(step: 31), at: test.time),
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
        #expect(record.message == "loss not finite at step 31")
    }
}
