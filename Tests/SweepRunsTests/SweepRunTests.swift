import Foundation
import Logging
import ResultsStore
import Settings
import SweepFiles
import SweepPlanning
import Sweeps
import Synchronization
import Testing
import TrialFolders
import TrialScheduling

@testable import SweepRuns

@Suite("Runs of sweeps as values")
struct SweepRunTests {
    @Test("a file is prepared with what its trials will run, and nothing is written")
    func prepares() throws {
        let sample = try SampleSweep()
        let prepared = try sample.prepare()
        #expect(prepared.sweep.objective == Objective(metric: "cost", goal: .minimize))
        #expect(prepared.plan.trials.count == 4 && prepared.totalSteps == 40)
        #expect(prepared.notes == ["'x' is not used."])
        #expect(!FileManager.default.fileExists(atPath: sample.store))
    }

    @Test("where data vary, trials are judged by what fits all of them")
    func variedData() throws {
        let judged: [String: Objective] = [
            "a.csv": Self.now, "b.csv": Self.now, "c.csv": Objective(metric: "dev_accuracy", goal: .maximize),
        ]
        func objective(_ data: String) throws -> Objective {
            try SampleSweep("parameters: {data: [\(data)], lr: [0.1, 0.2]}\n")
                .prepare { $0["data"]?.text.flatMap { judged[$0] } }.sweep.objective
        }
        #expect(try objective("a.csv, b.csv") == Self.now)
        #expect(try objective("a.csv, c.csv") == Objective())
    }

    @Test("a run that is stopped leaves its trials waiting, for the next run to train")
    func stops() async throws {
        let sample = try SampleSweep()
        let run = try SweepRun(sample.prepare(), storePath: sample.store)
        let finish = try await run.train(
            jobs: 2, retry: nil, with: IdleWorkers(), logger: Logger(label: "test"),
            interruptions: { .init { $0.yield() } }, tell: { _ in })
        #expect(finish == .stopped)
        #expect(try run.states() == [.pending: 4])
        #expect(throws: SweepLock.Taken.self) { _ = try SweepRun(sample.prepare(), storePath: sample.store) }
        run.end()
        try SweepRun(sample.prepare(), storePath: sample.store).end()
    }

    /// Puts a sweep with its trials into the store, as a run does that is stopped before it has trained any.
    private func plan(_ prepared: PreparedSweep, in store: String) throws {
        try SweepRun(prepared, storePath: store).end()
        _ = try ResultsStore.openForWriting(path: store).register(
            prepared.sweep, fileText: prepared.file.text, filePath: prepared.file.path, trials: prepared.plan.trials,
            at: Date())
    }

    @Test("a search without an end first finishes what was asked for, and then has as many more as are wanted")
    func counts() throws {
        let sample = try SampleSweep("method: random\nparameters: {lr: {min: 0.0, max: 1.0}}\nseeds: 2\n")
        let first = try sample.prepare(configurations: 3)
        func wanted(_ further: Int?) throws -> WantedConfigurations {
            let store =
                FileManager.default.fileExists(atPath: sample.store)
                ? try ResultsStore.openForReading(path: sample.store) : nil
            return try WantedConfigurations(first.sweep, method: nil, further: further, in: store)
        }
        func most(_ further: Int?) throws -> Int? { try wanted(further).most }
        #expect(try most(nil) == 20 && most(3) == 3)
        #expect(try wanted(nil).isOpenEnded && !wanted(3).isOpenEnded)
        try plan(first, in: sample.store)
        #expect(try most(nil) == 3 && most(2) == 5 && most(.max) == .max)
        let second = try sample.prepare(configurations: 5)
        #expect(second.plan.configurations.prefix(3) == first.plan.configurations[...])
        try plan(second, in: sample.store)
        #expect(try most(nil) == 5)
        var further = try wanted(nil)
        further.goOn()
        #expect(further.most == 25)
        further.goOn()
        #expect(further.most == 50)
        let grid = try WantedConfigurations(first.sweep, method: .grid, further: nil, in: nil)
        #expect(grid.most == nil && !grid.isOpenEnded)
    }

    @Test("two names in free text that come to one folder are not taken for one sweep")
    func labels() throws {
        func sample(_ name: String) throws -> SampleSweep {
            try SampleSweep("name: \(name)\nprogram: train.py\nmethod: grid\nparameters: {lr: [1]}\n")
        }
        let (first, same, other) = (try sample("A b!"), try sample("A b!"), try sample("'A: b'"))
        try plan(first.prepare(), in: first.store)
        try plan(same.prepare(), in: first.store)
        let error = #expect(throws: (any Error).self) { _ = try SweepRun(other.prepare(), storePath: first.store) }
        let words =
            "'name' is 'A: b'; its folder would be 'A-b', which is that of the sweep 'A b!'; choose another name"
        #expect("\(String(describing: error))".contains(words))
    }

    private static let formerly = Objective(metric: "dev_loss", goal: .minimize)
    private static let now = Objective(metric: "dev_rmse", goal: .minimize)

    @Test("a regression without a metric stays judged by the loss, where it was when that was usual, and says so")
    func keepsObjective() async throws {
        let sample = try SampleSweep()
        let first = try SweepRun(sample.prepare(objective: Self.formerly), storePath: sample.store)
        let formerly = first.sweep
        _ = try first.store.register(
            formerly, fileText: sample.text, filePath: "sample.yaml",
            trials: sample.prepare(objective: Self.formerly).plan.trials, at: Date())
        first.end()
        let told = Mutex<[String?]>([])
        let run = try SweepRun(sample.prepare(objective: Self.now), storePath: sample.store)
        #expect(run.sweep.objective == Self.formerly)
        _ = try await run.train(
            jobs: 1, retry: nil, with: IdleWorkers(), logger: Logger(label: "test"),
            interruptions: { .init { $0.yield() } },
            tell: { event in
                if case .keepsObjective(let record) = event { told.withLock { $0.append(record.keptObjectiveNote) } }
            })
        run.end()
        #expect(
            told.withLock { $0 } == [
                "sample names no metric and stays judged by dev_loss, as when it first ran; 'metric: dev_rmse' in its file "
                    + "judges by what is usual for a regression now."
            ])
    }

    @Test(
        "a run under the name of another file's sweep says so, and what is left out",
        arguments: ["o.yaml", "sample.yaml"])
    func takesName(former: String) async throws {
        let sample = try SampleSweep()
        let first = try SweepRun(sample.prepare(), storePath: sample.store)
        let other = Trial(configuration: Configuration(["x": .int(77)]), seed: 1, data: "d")
        _ = try first.store.register(first.sweep, fileText: "", filePath: former, trials: [other], at: Date())
        first.end()
        let told = Mutex<[String]>([])
        let run = try SweepRun(sample.prepare(), storePath: sample.store)
        _ = try await run.train(
            jobs: 1, retry: nil, with: IdleWorkers(), logger: Logger(label: "test"),
            interruptions: { .init { $0.yield() } },
            tell: { event in
                if case .takesName(let file, let count) = event { told.withLock { $0.append("\(file) \(count)") } }
            })
        run.end()
        #expect(told.withLock { $0 } == (former == "o.yaml" ? ["o.yaml 1"] : []))
    }

    @Test("what a file names, or named, is not kept, nor what other data were judged by")
    func changesObjective() throws {
        let sample = try SampleSweep()
        func stored(_ text: String, _ objective: Objective) throws -> SweepRecord {
            let run = try SweepRun(sample.prepare(objective: objective), storePath: sample.store)
            var sweep = run.sweep
            sweep.objective = objective
            _ = try run.store.register(sweep, fileText: text, filePath: "sample.yaml", trials: [], at: Date())
            let record = try run.record()
            run.end()
            return record
        }
        func keeps(_ record: SweepRecord, usual: Objective) throws -> Bool {
            var prepared = try sample.prepare(objective: usual)
            return prepared.keepObjective(of: SweepDescription(record))
        }
        let plain = try stored(sample.text, Self.formerly)
        #expect(try keeps(plain, usual: Self.now))
        #expect(try !keeps(plain, usual: Objective()))
        let named = try stored(sample.text + "metric: {name: dev_loss, goal: minimize}\n", Self.formerly)
        #expect(try !keeps(named, usual: Self.now) && named.keptObjectiveNote == nil)
        let fresh = try stored(sample.text, Self.now)
        #expect(try !keeps(fresh, usual: Self.now) && fresh.keptObjectiveNote == nil)
    }

    @Test("what is not being run cannot be told anything, and its trials can be cancelled")
    func cancels() async throws {
        let sample = try SampleSweep()
        let run = try SweepRun(sample.prepare(), storePath: sample.store)
        _ = try await run.train(
            jobs: 1, retry: nil, with: IdleWorkers(), logger: Logger(label: "test"),
            interruptions: { .init { $0.yield() } }, tell: { _ in })
        let record = try run.record()
        run.end()
        #expect(throws: SweepRunError.notRunning(record)) { try RunningSweep(record, besideStore: sample.store) }
        let store = try ResultsStore.openForReading(path: sample.store)
        let trial = try #require(try store.trials(of: record.id).first)
        let match = try TrialLookup.find(trial.shortName, sweep: nil, in: store)
        let state = try await TrialCancellation(of: match, storePath: sample.store).perform { _ in }
        #expect(state == .cancelled)
        #expect(try store.trials(of: record.id).map(\.state) == [.cancelled, .pending, .pending, .pending])
    }

    @Test("a sweep has ended once every trial that its file asks for has, and can then be looked at without its lock")
    func ended() throws {
        let sample = try SampleSweep()
        let prepared = try sample.prepare()
        let run = try SweepRun(prepared, storePath: sample.store)
        let records = try run.store.register(
            run.sweep, fileText: "", filePath: "", trials: prepared.plan.trials, at: Date())
        #expect(try EndedSweep(prepared, storePath: sample.store)?.states == nil)
        try run.store.apply(records.map { .stateChanged($0.id, .cancelled, message: nil, at: Date()) })
        #expect(try EndedSweep(prepared, storePath: sample.store)?.states == [.cancelled: 4])
        let more = try SampleSweep("parameters: {lr: [0.1, 0.2, 0.3]}\nseeds: 2\n").prepare()
        #expect(try EndedSweep(more, storePath: sample.store)?.states == nil)
        run.end()
    }

    @Test("a folder's lost description is a finding, and is mended once that is wanted")
    func mends() async throws {
        let sample = try SampleSweep()
        let run = try SweepRun(sample.prepare(), storePath: sample.store)
        _ = try await run.train(
            jobs: 1, retry: nil, with: IdleWorkers(), logger: Logger(label: "test"),
            interruptions: { .init { $0.yield() } }, tell: { _ in })
        let description = run.folder.path + "/sweep.json"
        run.end()
        unlink(description)
        for mends in [false, true] {
            var doctor = StoreDoctor(path: sample.store, mends: mends, checkpoints: CheckpointCheck { _, _, _ in [] })
            _ = try doctor.examine()
            let remedy: StoreFinding.Remedy? = mends ? .writtenFromStore : nil
            #expect(
                doctor.findings == [
                    StoreFinding(problem: .inSweep("sample", .noDescription), remedy: remedy, isMendable: true)
                ])
        }
        #expect(FileManager.default.fileExists(atPath: description))
    }
}

/// Workers that never get ready.
private struct IdleWorkers: TrialLauncher {
    let events: AsyncStream<WorkerEvent>
    private let reports: AsyncStream<WorkerEvent>.Continuation

    init() { (events, reports) = AsyncStream.makeStream() }

    func start(slot: Int, amongst count: Int) {}
    func send(_ order: WorkerOrder, to slot: Int) {}
    func close(slot: Int) { reports.yield(.exited(slot: slot, reason: "closed")) }
    func end(slot: Int, by force: WorkerForce) { reports.yield(.exited(slot: slot, reason: "ended")) }
    func memory(ofWorkerAt slot: Int, above limit: Int) -> Int? { nil }
}
