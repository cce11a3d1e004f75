import Foundation
import ResultsStore
import Settings
import SweepPlanning
import Sweeps
import Synchronization
import TemporaryFolders
import Testing

@testable import TrialScheduling

/// Trials that finish, die and fail.
@Suite struct TrialSchedulerTests {
    @Test("trains every trial once, keeps what they measured, and a second run has nothing to do")
    func trainsOnce() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 7)
            let started = Mutex(0)
            let workers = ScriptedWorkers(slots: 2) { _, _ in
                started.withLock { $0 += 1 }
                return .train(epochs: 3, .finished)
            }
            #expect(try await stage.run(workers) == .allEnded)
            #expect(try stage.states == Array(repeating: .finished, count: 7))
            let sweep = try #require(try stage.store.sweep(named: "stage"))
            let summaries = try stage.store.summaries(of: sweep.id)
            #expect(summaries.values.map { $0["dev_accuracy"]?.count } == Array(repeating: 3, count: 7))
            #expect(try await stage.run(workers) == .allEnded)
            #expect(started.withLock { $0 } == 7)
        }
    }

    @Test("a worker that dies is replaced and its trial tried again; at the second death the trial fails")
    func deaths() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 3)
            let workers = ScriptedWorkers(slots: 2) { trial, attempt in
                switch trial.configuration["lr"] {
                case .int(1): attempt == 1 ? .die : .train(epochs: 2, .finished)
                case .int(2): .die
                default: .train(epochs: 1, .diverged(step: 4))
                }
            }
            let troubles = Mutex<[String]>([])
            let finish = try await stage.run(workers) { news in
                if case .trouble(_, let end) = news { troubles.withLock { $0.append(end.message ?? "") } }
            }
            #expect(finish == .allEnded)
            #expect(try stage.states == [.finished, .failed, .diverged])
            #expect(
                troubles.withLock { $0.sorted() } == [
                    "loss not finite at step 4", "worker killed by signal 11 (Segmentation fault)",
                    "worker killed by signal 11 (Segmentation fault)",
                    "worker killed by signal 11 (Segmentation fault)",
                ])
        }
    }

    @Test("workers that cannot be started end the run with the reason, and no trial is blamed")
    func noWorkers() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 2)
            let workers = ScriptedWorkers(slots: 1, starts: .none) { _, _ in .hang() }
            let error = await #expect(throws: TrialScheduler.Failure.self) { _ = try await stage.run(workers) }
            #expect(error?.description == "No worker process can be started: worker exited with code 127.")
            #expect(try stage.states == [.pending, .pending])
        }
    }

    @Test("a worker that does not answer in time ends the run with that reason, and no trial is blamed")
    func noAnswer() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 2)
            let workers = ScriptedWorkers(slots: 2, starts: .hanging) { _, _ in .hang() }
            let error = await #expect(throws: TrialScheduler.Failure.self) {
                _ = try await stage.run(workers, startPatience: .milliseconds(300))
            }
            #expect(
                error?.description.hasPrefix(
                    "No worker process can be started: it does not answer within 0.30 s of being started;") == true)
            #expect(try stage.states == [.pending, .pending])
        }
    }

    @Test("a run goes on with the workers that start, and the trials of the others wait for them")
    func fewerWorkers() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 9)
            let workers = ScriptedWorkers(slots: 6, starts: .first(2)) { _, _ in .train(epochs: 1, .finished) }
            let troubles = Mutex(0)
            let finish = try await stage.run(workers) { news in
                if case .trouble = news { troubles.withLock { $0 += 1 } }
            }
            #expect(finish == .allEnded)
            #expect(try stage.states == Array(repeating: .finished, count: 9))
            #expect(troubles.withLock { $0 } == 0, "a worker that does not start is no trouble of a trial")
        }
    }

    @Test("ten trials in a row that fail alike stop the sweep with the reason")
    func failsAlike() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 30)
            let workers = ScriptedWorkers(slots: 2) { trial, _ in
                trial.configuration["lr"] == .int(3)
                    ? .train(epochs: 1, .finished) : .train(epochs: 1, .failed(message: "no such file\n\(trial.seed)"))
            }
            #expect(try await stage.run(workers) == .sameFailure("no such file", count: 10))
            #expect(try stage.states.filter { $0 == .failed }.count <= 13)
        }
    }

    @Test("too many failed trials end the sweep")
    func givesUp() async throws {
        try await withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 9)
            stage.sweep.limits.maxFailed = 2
            let workers = ScriptedWorkers(slots: 1) { _, _ in .train(epochs: 1, .failed(message: "no data")) }
            #expect(try await stage.run(workers) == .tooManyFailed(2))
            #expect(try stage.states.filter { $0 == .failed }.count == 2)
        }
    }
}
