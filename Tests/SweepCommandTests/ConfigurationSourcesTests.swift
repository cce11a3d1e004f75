import Analysis
import Settings
import Sweeps
import Testing

@testable import SweepCommand

@Suite("Configurations of several sweeps")
struct ConfigurationSourcesTests {
    @Test("each has the number that it has in its sweep")
    func origins() {
        let sources = ConfigurationSources([("a", 3), ("empty", 0), ("b", 2)])
        #expect(sources.sweeps == ["a", "empty", "b"])
        #expect((0..<3).map(sources.offset) == [0, 3, 3])
        #expect([1, 3, 4, 5].map { sources.origin(of: $0).sweep } == ["a", "a", "b", "b"])
        #expect([1, 3, 4, 5].map { sources.origin(of: $0).number } == [1, 3, 1, 2])
    }

    @Test("labels name the sweep, what varies in it, and list no commas but those of values")
    func labels() {
        func labels(_ sources: ConfigurationSources, _ settings: [[String: SettingValue]]) -> [String] {
            let outcomes = settings.enumerated().map { index, settings in
                TrialOutcome(
                    trial: Trial(configuration: Configuration(settings), seed: 1, data: "d"),
                    configurationNumber: index + 1, state: .finished, summaries: [:], seconds: nil)
            }
            return sources.labels(
                of: Ranking(of: outcomes, by: Objective()).entries.map(\.result), order: ["optimizer", "lr"])
        }
        let wide = SettingValue.list([.int(64), .int(32)])
        let rows: [[String: SettingValue]] = [
            ["optimizer": .string("sgd"), "lr": .double(0.1), "hidden": wide],
            ["optimizer": .string("adam"), "lr": .double(0.5), "hidden": .list([])],
            ["optimizer": .string("adam"), "lr": .double(0.5), "epochs": .int(3)],
        ]
        #expect(
            labels(ConfigurationSources("a"), Array(rows.prefix(2)))
                == ["sgd lr 0.1 hidden [64, 32]", "adam lr 0.5 hidden []"])
        #expect(
            labels(ConfigurationSources([("a", 2), ("b", 1)]), rows)
                == ["a sgd lr 0.1 hidden [64, 32]", "a adam lr 0.5 hidden []", "b"])
    }
}
