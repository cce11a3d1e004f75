import Foundation
import ResultsStore
import Settings
import Sweeps
import TrialFolders
import TrialScheduling

/// Takes journals into a store, as a scheduler does that follows them.
struct JournalIntake {
    /// In all journals together.
    let measurements: Int
    let folder: String

    private static let trials = 20
    /// What an epoch leaves: a value for each step, and some for the whole epoch.
    private static let steps = 90
    private static let metrics = ["train_loss", "train_accuracy", "dev_loss", "dev_accuracy", "lr", "grad_norm"]

    /// Measurements per second, from the journals' lines to committed rows.
    func rate() throws -> Double {
        let path = folder + "/intake/sweeps.sqlite"
        let store = try ResultsStore.openForWriting(path: path)
        let sweep = SweepFolder(sweep: "intake", besideStore: path)
        let trials = (1...Self.trials).map { Trial(configuration: Configuration([:]), seed: $0, data: "none") }
        let records = try store.register(
            Sweep(name: "intake"), fileText: "", filePath: "", trials: trials, at: Date())
        let count = try records.reduce(0) { try $0 + write($1, in: sweep) }
        let began = ContinuousClock.now
        for record in records {
            try store.apply(CatchUp.read([record], attempts: [], in: sweep, at: Date(), retries: 0).changes)
        }
        return Double(count) / ((ContinuousClock.now - began) / .seconds(1))
    }

    /// Writes a trial's journal and tells how many measurements it holds.
    private func write(_ record: TrialRecord, in sweep: SweepFolder) throws -> Int {
        let folder = sweep.trial(record.trial.identity)
        try folder.create(for: record.trial, number: record.number, sweep: "intake")
        var journal = try JournalWriter(path: folder.claimAttempt().journal)
        try journal.append(.begun(fromAttempt: 0, journalPosition: 0))
        let inEpoch = Self.steps + Self.metrics.count
        let epochs = max(1, measurements / Self.trials / inEpoch)
        for epoch in 1...epochs {
            let first = (epoch - 1) * Self.steps + 1
            let losses = (0..<Self.steps).map { Double(1 / Float(first + $0)) }
            var runs = [MeasurementRun(metric: "batch_loss", epoch: epoch, firstStep: first, values: losses)]
            for (index, metric) in Self.metrics.enumerated() {
                let value = Double(index) + 1 / Double(epoch)
                runs.append(MeasurementRun(metric: metric, epoch: epoch, step: epoch * Self.steps, value: value))
            }
            try journal.append(JournalEntry.lines(of: runs, at: Date()))
        }
        try journal.append(.ended(.finished))
        _ = try journal.sync()
        return epochs * inEpoch
    }
}
