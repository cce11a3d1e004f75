import Foundation
import ResultsStore
import Settings
import Sweeps
import TrialFolders

/// A store in a folder of its own that is gone when the test is.
final class TestStore {
    let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    let store: ResultsStore
    var path: String { folder.appending(path: "results/sweeps.sqlite").path }
    let time = Date(timeIntervalSince1970: 1_700_000_000)

    init() throws {
        store = try ResultsStore.openForWriting(path: folder.appending(path: "results/sweeps.sqlite").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func sweep(_ name: String = "digits") -> Sweep {
        var sweep = Sweep(name: name)
        sweep.description = "A test."
        return sweep
    }

    /// Trials with learning rates 1, 1/2, 1/3 …, each with every seed.
    static func trials(_ count: Int, seeds: [Int] = [1], data: String = "d") -> [Trial] {
        (1...count).flatMap { index in
            seeds.map { seed in
                Trial(
                    configuration: Configuration(["lr": .number(1 / Double(index)), "optimizer": .string("adam")]),
                    seed: seed, data: data)
            }
        }
    }

    func register(_ trials: [Trial] = trials(1), sweep: Sweep = sweep()) throws -> [TrialRecord] {
        try store.register(sweep, fileText: "name: x", filePath: "sweeps/x.yaml", trials: trials, at: time)
    }

    func sweepRecord(_ name: String = "digits") throws -> SweepRecord {
        guard let record = try store.sweep(named: name) else { throw StoreError.missing(path: name) }
        return record
    }

    func started(_ trial: TrialRecord.ID, _ attempt: Int = 1) -> StoreChange {
        .attemptStarted(trial, attempt: attempt, at: time, worker: "w1")
    }

    func values(of metric: String) throws -> [MetricSeries] {
        try store.series(of: sweepRecord().id, metrics: [metric])
    }

    func summary(of trial: TrialRecord.ID, _ metric: String) throws -> MetricSummary? {
        try store.summaries(of: sweepRecord().id)[trial]?[metric]
    }
}

/// A journal line that measures one value of `loss`, one per epoch, at steps 10, 20 …
func line(_ epoch: Int, _ value: Double, end: Int, metric: String = "loss") -> JournalLine {
    JournalLine(runs: [MeasurementRun(metric: metric, epoch: epoch, step: 10 * epoch, value: value)], end: end)
}
