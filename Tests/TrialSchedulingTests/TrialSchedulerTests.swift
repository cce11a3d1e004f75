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
            let reading = try CatchUp.read(
                records, attempts: store.attempts(of: id), in: folder, at: Date(), retries: sweep.retries)
            try store.apply(reading.changes)
            return try store.trials(of: id)
        }

        func run(
            _ workers: ScriptedWorkers, retries: Int = 1, patience: Duration = .seconds(10),
            interrupt: AsyncStream<Void> = AsyncStream { _ in },
            tell: @escaping @Sendable (TrialScheduler.News) -> Void = { _ in }
        ) async throws -> SweepController.Finish {
            var assignment = TrialScheduler.Assignment(
                sweep: sweep, records: try records(), folder: folder, dataFolder: ".",
                limits: .init(
                    jobs: workers.slots, retries: retries, maxFailed: sweep.maxFailed, backOff: .milliseconds(20)))
            assignment.patience = patience
            var logger = Logger(label: "tests")
            logger.logLevel = .critical
            let scheduler = TrialScheduler(assignment, store: store, launcher: workers, logger: logger, tell: tell)
            return try await scheduler.run(interruptions: interrupt)
        }

        func stored() throws -> [TrialRecord] {
            guard let sweep = try store.sweep(named: "stage") else { return [] }
            return try store.trials(of: sweep.id)
        }

        var states: [TrialState] { get throws { try stored().map(\.state) } }
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
            let workers = ScriptedWorkers(slots: 1, failsToStart: true) { _, _ in .hang() }
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

    @Test("a trial that ignores the end of its time is killed, and a second attempt gets the same time")
    func hangs() async throws {
        try await withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 2)
            stage.sweep.timeout = .milliseconds(100)
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
            stage.sweep.memoryLimit = 2_000_000_000
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

    @Test("the second interruption terminates workers, the third kills them")
    func interruptions() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 2)
            let (interruptions, interrupt) = AsyncStream<Void>.makeStream()
            let workers = ScriptedWorkers(slots: 2) { _, _ in .hang() }
            let finish = try await stage.run(workers, interrupt: interruptions) { news in
                if case .progress(let progress) = news, progress.running.count == 2 { interrupt.yield() }
            }
            #expect(finish == .stopped)
            #expect(workers.forces.withLock { Array($0.prefix(4)) } == [.terminate, .terminate, .kill, .kill])
            #expect(try stage.states == [.pending, .pending])
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

    @Test("what is wanted from another terminal is done: fewer and more jobs, a pause, one trial cancelled")
    func controls() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 6)
            let box = ControlBox(stage.folder)
            let steps = Mutex(0)
            let workers = ScriptedWorkers(slots: 2) { _, attempt in
                attempt == 1 ? .goOn : .train(epochs: 1, .finished)
            }
            // Each wish is left when the one before has had its effect.
            @Sendable func wish(_ progress: RunProgress) throws {
                let step = steps.withLock { $0 }
                let wish: SweepControl? =
                    switch step {
                    case 0 where progress.running.count == 2: .jobs(3)
                    case 1 where progress.running.count == 3: .jobs(1)
                    case 2 where progress.running.count == 1: .cancel(stage.trials[5].identity)
                    case 3 where progress.counts[.cancelled] == 1: .pause
                    case 4 where progress.isPaused && progress.running.isEmpty: .resume
                    case 5 where !progress.isPaused && progress.running.count == 1: .jobs(4)
                    case 6 where progress.running.count == 2: .stop
                    default: nil
                    }
                guard let wish else { return }
                steps.withLock { $0 += 1 }
                _ = try box.put(wish)
            }
            let finish = try await stage.run(workers) { news in
                if case .progress(let progress) = news {
                    do { try wish(progress) } catch { Issue.record(error) }
                }
            }
            #expect(steps.withLock { $0 } == 7)
            #expect(finish == .stopped)
            #expect(try stage.states.last == .cancelled)
            #expect(try FileManager.default.contentsOfDirectory(atPath: stage.folder.control).isEmpty)
        }
    }

    @Test("what is wanted while a run begins is done: a stop starts nothing, fewer jobs start fewer")
    func controlsAtStart() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 4)
            try stage.folder.create()
            _ = try ControlBox(stage.folder).put(.stop)
            let workers = ScriptedWorkers(slots: 2) { _, _ in .train(epochs: 1, .finished) }
            let stopped = try await stage.run(workers)
            #expect(stopped == .stopped)
            #expect(try stage.stored().map(\.attempts) == [0, 0, 0, 0])
            _ = try ControlBox(stage.folder).put(.cancel(stage.trials[0].identity))
            _ = try ControlBox(stage.folder).put(.jobs(1))
            let most = Mutex(0)
            let others = ScriptedWorkers(slots: 2) { _, _ in .train(epochs: 1, .finished) }
            let finish = try await stage.run(others) { news in
                if case .progress(let progress) = news { most.withLock { $0 = max($0, progress.running.count) } }
            }
            #expect(finish == .allEnded && most.withLock { $0 } <= 1)
            #expect(try stage.states == [.cancelled, .finished, .finished, .finished])
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

    @Test("a trial whose time was up keeps its remaining attempts, also if its scheduler was killed before it said so")
    func timeOutsBeforeKill() throws {
        try withTemporaryFolder { path in
            var stage = try Stage(in: path, trials: 1)
            stage.sweep.retries = 2
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
            stage.sweep.timeout = .milliseconds(100)
            let workers = ScriptedWorkers(slots: 1) { _, attempt in
                attempt == 1 ? .goOn : .train(epochs: 1, .finished)
            }
            #expect(try await stage.run(workers) == .allEnded)
            let first = try #require(stage.folder.trial(stage.trials[0].identity).attempts().last)
            #expect(first.storedNotes().end == .interrupted(reason: "timed out"))
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
                try folder.create(for: trial, number: 1, sweep: "stage")
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
