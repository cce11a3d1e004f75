import Foundation
import Randomness
import ResultsStore
import Settings
import Sweeps
import TrialFolders

/// A finished sweep whose values are made up: curves that rise towards a level of their own, with noise.
struct MadeUpSweep {
    static let name = "made-up"

    let configurations: Int
    let seeds: Int
    /// Values of each of `metrics` in each trial.
    let points: Int

    private static let metrics = ["dev_accuracy", "dev_loss", "train_accuracy", "train_loss"]
    private static let devSize = 1_000.0

    /// Makes a store at `path` with this sweep in it.
    func write(to path: String) throws {
        let store = try ResultsStore.openForWriting(path: path)
        let time = Date(timeIntervalSince1970: 1_700_000_000)
        let trials = (0..<configurations).flatMap { number in (1...seeds).map { trial(number, seed: $0) } }
        let records = try store.register(
            Sweep(name: Self.name), fileText: "name: made-up", filePath: "made-up.yaml", trials: trials, at: time)
        for record in records {
            try store.apply([
                .attemptStarted(record.id, attempt: 1, at: time, worker: "1"),
                .journal(record.id, attempt: 1, lines: lines(of: record), offset: points),
                .attemptEnded(record.id, attempt: 1, .finished, at: time.addingTimeInterval(60)),
            ])
        }
    }

    private func trial(_ number: Int, seed: Int) -> Trial {
        let settings: [String: SettingValue] = [
            "data": .string("digits"), "epochs": .int(points), "hidden": .list([.int(64), .int(32)]),
            "lr": .double(pow(10, -4 * Double(number / 4) / Double(configurations))),
            "optimizer": .mapping(["name": .string(["sgd", "momentum", "rmsprop", "adam"][number % 4])]),
            "weight_decay": .double(Double(number % 7) / 1_000),
        ]
        return Trial(configuration: Configuration(settings), seed: seed, data: "d")
    }

    private func lines(of record: TrialRecord) -> [JournalLine] {
        var stream = RandomStream(seed: UInt64(record.number), .data)
        let level = 0.8 + 0.15 * Double(record.configurationNumber % 50) / 50
        return (1...points).map { epoch in
            let value = level * (1 - exp(-Double(epoch) / 20)) + 0.01 * stream.normal()
            let accuracy = (min(1, max(0, value)) * Self.devSize).rounded() / Self.devSize
            let runs = Self.metrics.map { metric in
                MeasurementRun(
                    metric: metric, epoch: epoch, step: epoch, value: metric.hasSuffix("loss") ? 1 - value : accuracy)
            }
            return JournalLine(runs: runs, end: epoch)
        }
    }
}
