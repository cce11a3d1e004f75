import Foundation
import Logging
import ResultsStore
import Settings
import SweepPlanning
import Sweeps
import Synchronization
import Testing

@testable import TrialScheduling

@Suite struct TrialSchedulerTests {
    /// A sweep of trials that differ by learning rate, in a folder of its own.
    private struct Stage {
        var sweep = Sweep(name: "stage")
        let trials: [Trial]
        let store: ResultsStore
        let folder: SweepFolder

        init(in path: String, trials count: Int) throws {
            let file = path + "/results/sweeps.sqlite"
            store = try ResultsStore.openForWriting(path: file)
            folder = SweepFolder(sweep: "stage", besideStore: file)
            trials = (1...count).map { Trial(configuration: Configuration(["lr": .int($0)]), seed: 1, data: "d") }
        }

        func records() throws -> [TrialRecord] {
            let records = try store.register(sweep, fileText: "", filePath: "stage.yaml", trials: trials, at: Date())
            guard let id = try store.sweep(named: "stage")?.id else { return [] }
            let changes = try CatchUp.changes(for: records, attempts: store.attempts(of: id), in: folder, at: Date())
            try store.apply(changes)
            return try store.trials(of: id)
        }

        func run(
            _ workers: ScriptedWorkers, retries: Int = 1, interrupt: AsyncStream<Void> = AsyncStream { _ in },
            tell: @escaping @Sendable (TrialScheduler.News) -> Void = { _ in }
        ) async throws -> SweepController.Finish {
            let assignment = TrialScheduler.Assignment(
                sweep: sweep, records: try records(), folder: folder, dataFolder: ".",
                limits: .init(jobs: workers.slots, retries: retries, maxFailed: sweep.maxFailed))
            var logger = Logger(label: "tests")
            logger.logLevel = .critical
            let scheduler = TrialScheduler(assignment, store: store, launcher: workers, logger: logger, tell: tell)
            return try await scheduler.run(interruptions: interrupt)
        }

        var states: [TrialState] {
            get throws { try store.sweep(named: "stage").map { try store.trials(of: $0.id).map(\.state) } ?? [] }
        }
    }

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

    @Test("an interruption stops the running trials, leaves the rest, and the next run goes on")
    func interruption() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 4)
            let (interruptions, interrupt) = AsyncStream<Void>.makeStream()
            let ongoing = ScriptedWorkers(slots: 2) { _, _ in .goOn }
            let finish = try await stage.run(ongoing, interrupt: interruptions) { news in
                if case .progress(let progress) = news, progress.running.count == 2 { interrupt.yield() }
            }
            #expect(finish == .stopped)
            #expect(try stage.states == Array(repeating: .pending, count: 4))
            #expect(
                try await stage.run(ScriptedWorkers(slots: 2) { _, _ in .train(epochs: 2, .finished) }) == .allEnded)
            #expect(try stage.states == Array(repeating: .finished, count: 4))
        }
    }

    @Test("workers that cannot be started end the run with the reason, and no trial is blamed")
    func noWorkers() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 2)
            let workers = ScriptedWorkers(slots: 1, failsToStart: true) { _, _ in .hang }
            let error = await #expect(throws: TrialScheduler.Failure.self) { _ = try await stage.run(workers) }
            #expect(error?.description == "No worker process can be started: worker exited with code 127.")
            #expect(try stage.states == [.pending, .pending])
        }
    }

    @Test("a trial beyond its time is stopped and timed out")
    func timeOut() async throws {
        try await withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 2)
            stage.sweep.timeout = .milliseconds(200)
            let workers = ScriptedWorkers(slots: 2) { trial, _ in
                trial.configuration["lr"] == .int(1) ? .goOn : .train(epochs: 1, .finished)
            }
            #expect(try await stage.run(workers) == .allEnded)
            #expect(try stage.states == [.timedOut, .finished])
        }
    }

    @Test("too many failed trials end the sweep")
    func givesUp() async throws {
        try await withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 9)
            stage.sweep.maxFailed = 2
            let workers = ScriptedWorkers(slots: 1) { _, _ in .train(epochs: 1, .failed(message: "no data")) }
            #expect(try await stage.run(workers) == .tooManyFailed(2))
            #expect(try stage.states.filter { $0 == .failed }.count == 2)
        }
    }

    @Test("what a dead scheduler left behind is taken in: ended trials are not trained again")
    func catchesUp() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 2)
            _ = try stage.records()
            for (trial, entries) in zip(stage.trials, [[JournalEntry.ended(.finished)], []]) {
                let folder = stage.folder.trial(trial.identity)
                try folder.create(for: trial, sweep: "stage")
                var journal = try JournalWriter(path: folder.claimAttempt().journal)
                try journal.append(.begun(fromAttempt: 0, journalPosition: 0))
                try journal.append(.measured(MeasurementRun(metric: "dev_accuracy", epoch: 1, step: 5, value: 0.75)))
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
}
