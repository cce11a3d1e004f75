import Analysis
import Foundation
import ResultsStore
import Settings
import SweepViews
import Sweeps
import Testing

@Suite("Sweeps of a store")
struct StoredSweepsTests {
    @Test("what only some configurations name is filled in for comparing, and trials stay what they are")
    func defaults() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "views-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try ResultsStore.openForWriting(path: folder.appending(path: "sweeps.sqlite").path)
        let planned: [(name: String, configurations: [[String: SettingValue]])] = [
            ("a", [["dropout": 0.5], [:]]), ("b", [["l1": 0.1]]),
        ]
        let records = try planned.map { name, configurations in
            _ = try store.register(
                Sweep(name: name), fileText: "", filePath: "\(name).yaml",
                trials: configurations.map { Trial(configuration: Configuration($0), seed: 1, data: "d") },
                at: Date(timeIntervalSince1970: 1_700_000_000))
            return try #require(try store.sweep(named: name))
        }
        let standard: [String: SettingValue] = ["dropout": 0, "l1": 0]
        let view = try SweepView(
            of: records, in: store,
            settings: { record in
                SweepSettings(design: SweepDesign(isGrid: record.name == "a")) { _, names in
                    standard.filter { names.contains($0.key) }
                }
            })
        let compared = try SweepView(
            comparing: [records[0], records[1]].map { ($0, try store.trials(of: $0.id)[0]) }, in: store,
            settings: { _ in SweepSettings { _, names in standard.filter { names.contains($0.key) } } })
        #expect(compared.trials.map { $0.outcome.described["dropout"] } == [0.5, 0])
        #expect(compared.trials.map { $0.outcome.described["l1"] } == [0, 0.1])
        let described = view.trials.map(\.outcome.described)
        #expect(described.map { $0["dropout"] } == [0.5, 0, 0])
        #expect(described.map { $0["l1"] } == [0, 0, 0.1])
        #expect(described.map { $0[SweepView.sweepLabel]?.text } == ["a", "a", "b"])
        #expect(view.trials.map(\.trial.configuration.parameters.count) == [1, 0, 1])
        #expect(!view.design.isGrid)
    }
}
