import Analysis
import Foundation
import ResultsStore
import Settings
import SweepRuns
import SweepViews
import Sweeps
import Testing
import TrialFolders
import TrialPrograms

@testable import TextReports

/// `make benchmark-rank` measures the release build; here the bound is loose, so that only a wrong order of growth, or
/// a ranking that reads the series, fails it.
@Suite("Speed of rankings") struct RankSpeedTests {
    @Test("1,000 trials of 1,000 values each are ranked from their summaries", arguments: [1, 5])
    func thousandTrials(seeds: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rank-speed-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try ResultsStore.openForWriting(path: folder.appending(path: "sweeps.sqlite").path)
        let time = Date(timeIntervalSince1970: 1_700_000_000)
        let trials = (0..<1_000).map { index in
            Trial(
                configuration: Configuration([
                    "lr": .double(1 / Double(1 + index / seeds)), "optimizer": .string("adam"), "epochs": .int(1_000),
                ]), seed: 1 + index % seeds, data: "d")
        }
        let records = try store.register(
            Sweep(name: "many"), fileText: "name: many", filePath: "many.yaml", trials: trials, at: time)
        let curve = (0..<1_000).map { Double($0 * 7_919 % 1_000) / 1_000 }
        try store.apply(
            records.flatMap { record -> [StoreChange] in
                let values = curve.map { (100 * $0 + Double(record.number * 7_919 % 1_000)).rounded() / 1_100 }
                let run = MeasurementRun(metric: "dev_accuracy", epoch: 1, firstStep: 1, values: values)
                return [
                    .attemptStarted(record.id, attempt: 1, at: time, worker: "1"),
                    .journal(record.id, attempt: 1, lines: [JournalLine(runs: [run], end: 1)], offset: 1),
                    .attemptEnded(record.id, attempt: 1, .finished, at: time.addingTimeInterval(1)),
                ]
            })
        var text = ""
        let duration = try ContinuousClock().measure {
            let view = try SweepView(of: SweepLookup.find("many", in: store), in: store)
            text = RankReport(RankedConfigurations(view)).text(for: .none)
        }
        print("ranking 1,000 trials of 1,000 values, \(seeds) seeds: \(duration)")
        #expect(text.contains("1000 of 1000 trials finished"))
        #expect(duration < .seconds(20))
    }
}
