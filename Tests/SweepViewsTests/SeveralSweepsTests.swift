import Analysis
import Settings
import SweepViews
import Sweeps
import Testing

@Suite("Configurations of several sweeps")
struct SeveralSweepsTests {
    private func view(
        _ sweeps: [(name: String, configurations: [[String: SettingValue]])], order: [String] = []
    ) -> SweepView {
        var sources: [SweepSource] = []
        var trials: [SweepView.TrialResult] = []
        for (place, sweep) in sweeps.enumerated() {
            sources.append(SweepSource(name: sweep.name, parameterNames: order, offset: trials.count))
            trials += sweep.configurations.enumerated().map { [offset = trials.count] index, settings in
                SweepView.TrialResult(
                    outcome: TrialOutcome(
                        trial: Trial(configuration: Configuration(settings), seed: 1, data: "d"),
                        configurationNumber: offset + index + 1, state: .finished, summaries: [:], seconds: nil,
                        labels: sweeps.count > 1 ? [SweepView.sweepLabel: .string(sweep.name)] : [:]),
                    series: [:], source: place, configurationNumber: index + 1)
            }
        }
        return SweepView(sources: sources, objective: Objective(), trials: trials)
    }

    @Test("each has the number that it has in its sweep, and its trials the identity that they have")
    func origins() {
        let settings = (1...3).map { ["lr": SettingValue.int($0)] }
        let several = view([("a", settings), ("empty", []), ("b", Array(settings.prefix(2)))])
        #expect([1, 3, 4, 5].map { several.origin(of: $0).sweep } == ["a", "a", "b", "b"])
        #expect([1, 3, 4, 5].map { several.origin(of: $0).number } == [1, 3, 1, 2])
        #expect(RankedConfigurations(several).rows.map(\.number) == [1, 2, 3, 1, 2])
        #expect(several.trials[0].trial == several.trials[3].trial)
        #expect(several.sweep == "a, empty and b")
    }

    @Test("labels name the sweep, what varies in it, and list no commas but those of values")
    func labels() {
        let wide = SettingValue.list([.int(64), .int(32)])
        let rows: [[String: SettingValue]] = [
            ["optimizer": .string("sgd"), "lr": .double(0.1), "hidden": wide],
            ["optimizer": .string("adam"), "lr": .double(0.5), "hidden": .list([])],
        ]
        let other: [String: SettingValue] = [
            "optimizer": .string("adam"), "lr": .double(0.5), "epochs": .int(3),
        ]
        let order = ["optimizer", "lr"]
        #expect(
            RankedConfigurations(view([("a", rows)], order: order)).names
                == ["sgd lr 0.1 hidden [64, 32]", "adam lr 0.5 hidden []"])
        #expect(
            RankedConfigurations(view([("a", rows), ("b", [other])], order: order)).names
                == ["a sgd lr 0.1 hidden [64, 32]", "a adam lr 0.5 hidden []", "b"])
    }

    @Test("of alternatives each sweep has a base line of its own")
    func baseLines() {
        let remedies = [["dropout": 0], ["dropout": 0.5], ["l1": 0.001]].map { Configuration($0) }
            .completed { _, names in ["dropout": 0, "l1": 0].filter { names.contains($0.key) } }
        let all =
            remedies.map { remedy in
                Configuration(remedy.settings.merging(["sweep": "a"]) { $1 }).with(defaults: remedy.defaults)
            } + [Configuration(["sweep": "b"])]
        let labels = ConfigurationLabels(all, within: "sweep")
        #expect(
            all.map { labels.label(of: [$0], separator: " ") }
                == ["a base line", "a dropout 0.5", "a l1 0.001", "b"])
    }

    @Test("each sweep's own defaults fill in what another names")
    func defaults() {
        func outcome(_ number: Int, _ settings: [String: SettingValue]) -> TrialOutcome {
            TrialOutcome(
                trial: Trial(configuration: Configuration(settings), seed: 1, data: "d"), configurationNumber: number,
                state: .finished, summaries: [:], seconds: nil)
        }
        func filling(_ value: SettingValue) -> SettingDefaults {
            { _, names in names.contains("lr") ? ["lr": value] : [:] }
        }
        let outcomes = [outcome(1, ["lr": 0.5, "a": 1]), outcome(2, ["a": 2]), outcome(3, ["a": 3])]
            .completed(by: [filling(0.1), filling(0.1), filling(0.2)])
        #expect(
            outcomes.map { $0.trial.configuration["lr"] ?? $0.trial.configuration.defaults["lr"] } == [0.5, 0.1, 0.2])
    }

    @Test("a table that has the sweep in a column of its own names what varies over all of them")
    func labelsBesideColumns() {
        let several = view([("a", [["lr": .int(1)]]), ("b", [["lr": .int(2)], ["lr": .int(1)]])], order: ["lr"])
        let results = several.ranking.entries.map(\.result)
        #expect(several.labels(besideColumnsOf: results) == ["lr 1", "lr 2", "lr 1"])
        #expect(several.labels(of: results.map(\.described)).label(of: [results[0].described]) == "a")
    }

    @Test("what is ranked together keeps its hyperparameters as they are")
    func hyperparameters() {
        let several = view([("a", [["lr": .int(1)]]), ("b", [["lr": .int(2)]])])
        let ranked = RankedConfigurations(several)
        #expect(ranked.varying == ["lr"])
        #expect(
            ranked.rows.map(\.result.configuration) == [Configuration(["lr": .int(1)]), Configuration(["lr": .int(2)])])
        #expect(several.parameters == ["sweep", "lr"])
        #expect(several.valueCount(of: "sweep") == 2)
    }
}
