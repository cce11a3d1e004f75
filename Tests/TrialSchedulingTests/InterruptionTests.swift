import Foundation
import ResultsStore
import SweepPlanning
import Sweeps
import Synchronization
import TemporaryFolders
import Testing
import TrialFolders

@testable import TrialScheduling

/// Runs that are stopped, paused and told otherwise.
@Suite struct InterruptionTests {
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

    @Test("what is wanted from another terminal is done: fewer and more jobs, a pause, one trial cancelled")
    func controls() async throws {
        try await withTemporaryFolder { path in
            let stage = try Stage(in: path, trials: 6)
            let box = ControlBox(stage.folder)
            let steps = Mutex(0)
            let workers = ScriptedWorkers(slots: 2) { _, attempt in
                attempt == 1 ? .goOn : .train(epochs: 1, .finished)
            }
            // Each request is left when the one before has had its effect.
            @Sendable func ask(_ progress: RunProgress) throws {
                let step = steps.withLock { $0 }
                let control: SweepControl? =
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
                guard let control else { return }
                steps.withLock { $0 += 1 }
                _ = try box.put(control)
            }
            let finish = try await stage.run(workers) { news in
                if case .progress(let progress) = news {
                    do { try ask(progress) } catch { Issue.record(error) }
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
}
