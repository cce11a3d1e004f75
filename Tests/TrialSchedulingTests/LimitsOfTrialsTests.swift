import Foundation
import ResultsStore
import Settings
import SweepPlanning
import Sweeps
import Synchronization
import TemporaryFolders
import Testing
import TrialFolders

@testable import TrialScheduling

/// Trials that take more time or memory than they may.
@Suite struct LimitsOfTrialsTests {
    @Test("a trial beyond its time is stopped and timed out")
    func timeOut() async throws {
        try await withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 2)
            stage.sweep.limits.timeout = .milliseconds(200)
            let workers = ScriptedWorkers(slots: 2) { trial, _ in
                trial.configuration["lr"] == .int(1) ? .goOn : .train(epochs: 1, .finished)
            }
            #expect(try await stage.run(workers) == .allEnded)
            #expect(try stage.states == [.timedOut, .finished])
        }
    }

    @Test("a trial's time begins when its worker has started")
    func slowStart() async throws {
        try await withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 2)
            stage.sweep.limits.timeout = .milliseconds(500)
            let workers = ScriptedWorkers(slots: 1, startTime: .milliseconds(600)) { trial, _ in
                trial.configuration["lr"] == .int(1) ? .goOn : .train(epochs: 1, .finished)
            }
            // Longer than a machine with other work takes to answer.
            #expect(try await stage.run(workers, patience: .seconds(60)) == .allEnded)
            #expect(try stage.states == [.timedOut, .finished])
            // Asked before it had started, it would have gone on until it was killed.
            #expect(!workers.forces.withLock { $0.contains(.kill) })
        }
    }

    @Test("a trial that ignores the end of its time is killed, and a second attempt gets the same time")
    func hangs() async throws {
        try await withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 2)
            stage.sweep.limits.timeout = .milliseconds(100)
            let workers = ScriptedWorkers(slots: 2) { trial, attempt in
                trial.configuration["lr"] == .int(1) && attempt == 1 ? .hang() : .train(epochs: 1, .finished)
            }
            #expect(try await stage.run(workers, patience: .milliseconds(100)) == .allEnded)
            #expect(try stage.states == [.finished, .finished])
            #expect(workers.forces.withLock { $0.contains(.kill) })
        }
    }

    @Test("a trial that takes more memory than it may is killed and fails with both amounts, without a second attempt")
    func memory() async throws {
        try await withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 2)
            stage.sweep.limits.memoryLimit = 2_000_000_000
            let workers = ScriptedWorkers(slots: 1) { trial, _ in
                trial.configuration["lr"] == .int(1) ? .hang(memory: 2_345_678_901) : .train(epochs: 1, .finished)
            }
            #expect(try await stage.run(workers) == .allEnded)
            #expect(try stage.states == [.failed, .finished])
            #expect(
                try stage.stored()[0].message == "it took more memory than 'memory_limit' allows, 2 GB\nit held 2.35 GB"
            )
            #expect(try stage.stored()[0].attempts == 1)
        }
    }

    @Test("a trial whose time was up keeps its remaining attempts, also if its scheduler was killed before it said so")
    func timeOutsBeforeKill() throws {
        try withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 1)
            stage.sweep.limits.retries = 2
            _ = try stage.records()
            let folder = stage.folder.trial(stage.trials[0].identity)
            try folder.create(for: stage.trials[0], number: 1, sweep: "stage")
            for state in [TrialState.pending, .pending, .timedOut] {
                var journal = try JournalWriter(path: folder.claimAttempt().journal)
                try journal.append(.begun(fromAttempt: 0, journalPosition: 0))
                try journal.append(.ended(.timedOut))
                try journal.flush()
                #expect(try stage.records().map(\.state) == [state])
            }
        }
    }

    @Test("an attempt that is to be followed by another one says so in its folder, whatever its worker thought")
    func verdicts() async throws {
        try await withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 1)
            stage.sweep.limits.timeout = .milliseconds(100)
            let workers = ScriptedWorkers(slots: 1) { _, attempt in
                attempt == 1 ? .goOn : .train(epochs: 1, .finished)
            }
            #expect(try await stage.run(workers) == .allEnded)
            let first = try #require(stage.folder.trial(stage.trials[0].identity).attempts().last)
            #expect(first.storedNotes().end == .interrupted(.timedOut))
        }
    }
}
