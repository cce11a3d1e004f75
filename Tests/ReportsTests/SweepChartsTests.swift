import Analysis
import Charts
import Foundation
import Reports
import ResultsStore
import Settings
import SweepViews
import Sweeps
import Testing
import TrialFolders

@Suite struct SweepChartsTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID().uuidString)").path

    private func cleanly(_ body: () throws -> Void) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body()
    }

    @Test("each kind is written as a picture and a table, and those without data are named")
    func files() throws {
        try cleanly {
            let one = trial(1, ["train_loss": [2, 1], "lr": [0.1, 0.05]])
            let outcome = try SweepCharts.write(of: results([one]), to: folder + "/charts", resolution: 40)
            #expect(outcome.paths == ["loss.png", "loss.csv", "lr.png", "lr.csv"].map { "\(folder)/charts/\($0)" })
            #expect(outcome.skipped == ChartKind.allCases.filter { ![.loss, .lr].contains($0) })
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder + "/charts").sorted()
                    == ["loss.csv", "loss.png", "lr.csv", "lr.png"])
            let table = try String(contentsOfFile: folder + "/charts/loss.csv", encoding: .utf8)
            #expect(table == "series,x,y\ntrain,1,2\ntrain,2,1\n\"train, best\",2,1\n")
        }
    }

    @Test("nothing is made where there is nothing to show")
    func nothing() throws {
        let outcome = try SweepCharts.write(of: results([]), to: folder)
        #expect(outcome.paths == [] && outcome.skipped == ChartKind.allCases)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("a folder that cannot be made is an error")
    func unwritable() throws {
        try cleanly {
            try "a file".write(toFile: folder, atomically: true, encoding: .utf8)
            #expect(throws: ChartError.cannotWrite(path: folder + "/charts", reason: "its folder cannot be made")) {
                try SweepCharts.write(of: results([trial(1, ["lr": [1, 2]])]), to: folder + "/charts")
            }
        }
    }

    @Test("results are read from a store: planned trials, and every step of the best configurations only")
    func reading() throws {
        try cleanly {
            let store = try ResultsStore.openForWriting(path: folder + "/sweeps.sqlite")
            let time = Date(timeIntervalSince1970: 1_700_000_000)
            let trials = [0.1, 0.2, 0.3].map { rate in
                Trial(configuration: Configuration(["lr": .number(rate)]), seed: 1, data: "d")
            }
            func register(_ trials: [Trial]) throws -> [TrialRecord] {
                try store.register(Sweep(name: "digits"), fileText: "", filePath: "x.yaml", trials: trials, at: time)
            }
            for (index, record) in try register(trials).enumerated() {
                let runs = [
                    MeasurementRun(metric: "dev_accuracy", epoch: 1, step: 2, value: Double(index)),
                    MeasurementRun(metric: "batch_loss", epoch: 1, firstStep: 1, values: [3, 2]),
                    MeasurementRun(metric: "lr", epoch: 1, step: 2, value: 0.1),
                ]
                try store.apply([
                    .attemptStarted(record.id, attempt: 1, at: time, worker: "w"),
                    .journal(record.id, attempt: 1, lines: [JournalLine(runs: runs, end: 10)], offset: 10),
                    .attemptEnded(record.id, attempt: 1, .finished, at: time),
                ])
            }
            _ = try register(Array(trials.dropFirst()))
            let sweep = try #require(try store.sweep(named: "digits"))
            var only = ChartOptions()
            only.top = 1
            let results = try SweepView(
                of: [sweep], in: store, settings: { _ in SweepSettings() },
                selection: MeasurementSelection(for: ChartKind.allCases, options: only))
            #expect(results.sweep == "digits")
            #expect(results.trials.map(\.outcome.trial.seed) == [1, 1])
            #expect(results.trials.map { $0.series["lr"]?.values } == [[0.1], [0.1]])
            #expect(results.trials.map { $0.series["batch_loss"]?.steps } == [nil, [1, 2]])
        }
    }
}
