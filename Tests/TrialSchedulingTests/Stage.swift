import Foundation
import Logging
import ResultsStore
import Settings
import SweepPlanning
import Sweeps
import TrialFolders

@testable import TrialScheduling

/// A sweep of trials that differ by learning rate, in a folder of its own.
struct Stage {
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
        _ = try CatchUp.apply(
            records, attempts: store.attempts(of: id), in: folder, to: store, at: Date(), retries: sweep.limits.retries)
        return try store.trials(of: id)
    }

    func run(
        _ workers: ScriptedWorkers, retries: Int = 1, patience: Duration = .seconds(10),
        startPatience: Duration = .seconds(15),
        interrupt: AsyncStream<Void> = AsyncStream { _ in },
        tell: @escaping @Sendable (TrialScheduler.News) -> Void = { _ in }
    ) async throws -> SweepController.Finish {
        var assignment = TrialScheduler.Assignment(
            sweep: sweep, records: try records(), folder: folder, dataFolder: ".",
            limits: .init(
                jobs: workers.slots, retries: retries, maxFailed: sweep.limits.maxFailed, backOff: .milliseconds(20)))
        assignment.patience = patience
        assignment.startPatience = startPatience
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
