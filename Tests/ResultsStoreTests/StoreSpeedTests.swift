import Foundation
import ResultsStore
import Settings
import Sweeps
import Testing

@Suite("Speed of the store")
struct StoreSpeedTests {
    /// The bound is loose: a hundred times what it takes, so that only a wrong plan of SQLite's fails it.
    @Test("a thousand trials are registered, summarized and read without looking at their points")
    func thousandTrials() throws {
        let test = try TestStore()
        let clock = ContinuousClock()
        let trials = (1...1000).map { index in
            Trial(
                configuration: Configuration([
                    "lr": .double(1 / Double(index + 1)), "batch_size": .int(64), "epochs": .int(30),
                    "optimizer": .mapping(["name": .string("adam"), "betas": .list([.double(0.9), .double(0.99)])]),
                    "data": .string("digits"), "hidden": .list([.int(64), .int(32)]), "decay": .string("constant"),
                ]), seed: 1, data: "d")
        }
        var records: [TrialRecord] = []
        let registering = try clock.measure { records = try test.register(trials) }
        try test.store.apply(records.map { test.started($0.id) })
        let lines = (1...20).map { line($0, 1 / Double($0), end: 50 * $0, metric: "dev_accuracy") }
        let writing = try clock.measure {
            try test.store.apply(records.map { .journal($0.id, attempt: 1, lines: lines, offset: 1000) })
        }
        let sweep = try test.sweepRecord()
        var counts: [Int] = []
        let reading = try clock.measure {
            counts.append(try test.store.trials(of: sweep.id).count)
            counts.append(try test.store.summaries(of: sweep.id).count)
        }
        let series = try clock.measure {
            counts.append(try test.store.series(of: sweep.id, metrics: ["dev_accuracy"]).count)
        }
        #expect(counts == [1000, 1000, 1000])
        print("1,000 trials: register \(registering), 20,000 points \(writing), records \(reading), series \(series)")
        #expect(reading < .seconds(10))
    }
}
