import Foundation
import ResultsStore
import SweepPlanning
import Sweeps
import Synchronization
import TemporaryFolders
import Testing
import TrialFolders

@testable import TrialScheduling

/// Runs that take up what an earlier one left.
@Suite struct CatchUpTests {
    @Test("what a dead scheduler left behind is taken in: ended trials are not trained again")
    func catchesUp() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 2)
            _ = try stage.records()
            for (trial, entries) in zip(stage.trials, [[JournalEntry.ended(.finished)], []]) {
                let folder = stage.folder.trial(trial.identity)
                try folder.create(for: trial, number: 1, sweep: "stage")
                var journal = try JournalWriter(path: folder.claimAttempt().journal)
                try journal.append(.begun(fromAttempt: 0, journalPosition: 0))
                try journal.append(
                    .measured([MeasurementRun(metric: "dev_accuracy", epoch: 1, step: 5, value: 0.75)], at: nil))
                for entry in entries { try journal.append(entry) }
                try journal.flush()
            }
            let records = try stage.records()
            #expect(records.map(\.state) == [.finished, .pending])
            #expect(records.map(\.attempts) == [1, 1])
            let attempted = Mutex<[Int]>([])
            let workers = ScriptedWorkers(slots: 1) { _, attempt in
                attempted.withLock { $0.append(attempt) }
                return .train(epochs: 1, .finished)
            }
            #expect(try await stage.run(workers) == .allEnded)
            #expect(attempted.withLock { $0 } == [2])
        }
    }

    @Test("a trial whose folder was removed, between runs or during one, is trained in an attempt of a new number")
    func removedFolders() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 2)
            let (interruptions, interrupt) = AsyncStream<Void>.makeStream()
            _ = try await stage.run(ScriptedWorkers(slots: 2) { _, _ in .goOn }, interrupt: interruptions) { news in
                if case .progress(let progress) = news, progress.running.count == 2 { interrupt.yield() }
            }
            try FileManager.default.removeItem(atPath: stage.folder.path + "/trials")
            let attempted = Mutex<[Int]>([])
            let workers = ScriptedWorkers(slots: 1) { trial, attempt in
                attempted.withLock { $0.append(attempt) }
                if attempt > 2 { return .train(epochs: 2, .finished) }
                try? FileManager.default.removeItem(atPath: stage.folder.trial(trial.identity).path)
                return .die
            }
            #expect(try await stage.run(workers) == .allEnded)
            #expect(attempted.withLock { $0.sorted() } == [2, 2, 3, 3])
            #expect(try stage.states == [.finished, .finished])
            let sweep = try #require(try stage.store.sweep(named: "stage"))
            #expect(try stage.store.summaries(of: sweep.id).values.map { $0["dev_accuracy"]?.count } == [2, 2])
        }
    }
}
