import Analysis
import Foundation
import ResultsStore
import SampleSweeps
import Settings
import SweepViews
import Sweeps
import Testing

@testable import TextReports

@Suite("Rank and best")
struct RankReportTests {
    private func report(_ sample: SampleStore, objective: Objective = Objective(), top: Int? = nil) throws -> RankReport
    {
        RankReport(
            RankedConfigurations(try sample.view(judgedBy: ObjectiveChoice(selection: objective.selection))), top: top)
    }

    @Test("the table has the best first, only what varies, and what was not counted")
    func table() throws {
        let sample = try SampleStore()
        let report = try report(sample)
        #expect(
            report.text(for: .none) == """
                digits by dev_accuracy (maximize, best epoch): 3 of 5 trials finished

                sgd is the only configuration with a value that lost no seed.

                rank  dev_accuracy      sd  seeds  epoch    time  configuration            other trials  best trial
                   1        0.6250  0.1768      2      2  1.50 s  sgd                                    \(sample.trials[0].shortName)
                !  2        0.8750              1      1  1.50 s  adam eps 1e-8            1 diverged    \(sample.trials[2].shortName)
                   –                            0                 evil\\u{1b}[2J, "quoted"  1 running

                !  lost seeds; each counts as worse than any value, and the mean is that of the others
                No intervals of means are given with two seeds; they take at least three.

                """)
        #expect(
            report.notes == [
                "Not counted: 1 running, 1 diverged.",
                "adam eps 1e-8 has the best mean, but only of 1 of 2 seeds: the others came to no value.",
            ])
    }

    @Test("'--wide' has a column for each that varies, and all others, however narrow the terminal")
    func wide() throws {
        let report = try report(SampleStore())
        let narrow = Terminal(width: 80, hasStyle: false)
        func lines(isWide: Bool) -> [Substring] { report.text(for: narrow, isWide: isWide).split(separator: "\n") }
        #expect(
            lines(isWide: true).contains(
                "rank  #  dev_accuracy      sd  seeds  epoch    time  optimizer                optimizer.eps  other trials  "
                    + "best trial"))
        #expect(lines(isWide: false).allSatisfy { $0.count <= 80 })
        #expect(lines(isWide: false).joined(separator: " ").contains("'sweep rank --wide' or '--json' shows all."))
        #expect(lines(isWide: false).contains { $0.hasPrefix("rank  dev_accuracy      sd  seeds  ") })
    }

    /// Two configurations whose trials measured what a constant guess comes to.
    private func besideGuess(_ guess: Double) -> RankReport {
        let outcomes = RankingSample.outcomes([
            (RankingSample.settings("sgd", 0.1), RankingSample.seeds(0.5)),
            (RankingSample.settings("adam", 0.1), RankingSample.seeds(0.25)),
        ]).map { outcome in
            let point = MetricPoint(epoch: 1, step: 10, value: guess)
            return TrialOutcome(
                trial: outcome.trial, configurationNumber: outcome.configurationNumber, state: outcome.state,
                summaries: outcome.summaries.merging(["constant_dev_accuracy": MetricSummary(of: point)]) { $1 },
                seconds: outcome.seconds)
        }
        let view = SweepView(
            sweep: "x", objective: Objective(), trials: outcomes.map { SweepView.TrialResult(outcome: $0, series: [:]) }
        )
        return RankReport(RankedConfigurations(view))
    }

    @Test("a constant guess has a line below the table, and one above it where the best does not beat it")
    func constantGuess() throws {
        let beaten = besideGuess(0.25)
        #expect(
            beaten.text(for: .none).hasSuffix(
                "\nAlways guessing the most frequent class comes to a dev_accuracy of 25.0 %.\n"))
        let json =
            #""constant_guesses":[{"beaten":true,"guess":"the most frequent class","value":0.25,"within":null}]"#
        #expect(beaten.json.contains(json))
        let text = besideGuess(0.5).text(for: .none)
        let words =
            "The best is no better than always guessing the most frequent class, which comes to a dev_accuracy of 50.0 %."
        let place = try #require(text.range(of: words)?.lowerBound)
        #expect(try place < #require(text.range(of: "rank  ")?.lowerBound) && !text.contains("Always guessing"))
        #expect(besideGuess(0.5).json.contains(#""beaten":false"#))
        #expect(try report(SampleStore()).json.contains(#""constant_guesses":[]"#))
    }

    @Test("settings too long for a line go by numbers in sentences, and a pipe has the room of a usual terminal")
    func longSettings() {
        func settings(_ number: Int) -> [String: SettingValue] {
            var settings: [String: SettingValue] = [:]
            for place in 1...9 { settings["a_long_parameter_\(place)"] = .int(number * place) }
            return settings
        }
        let rows = [
            (settings: settings(1), seeds: RankingSample.seeds(0.6, 0.55, 0.52)),
            (settings: settings(2), seeds: RankingSample.seeds(0.7, 0.55, 0.52)),
            (settings: settings(3), seeds: RankingSample.seeds(0.5, 0.55, 0.52)),
        ]
        let text = RankingSample.report(rows).text(for: .none)
        #expect(text.contains("#2") && text.contains("configuration"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 || !$0.contains("  ") }, "\(text)")
        #expect(!RankingSample.report(rows).configurations.sentence.contains("a_long_parameter"))
        #expect(RankingSample.report(rows).configurations.sentence.hasPrefix("#2"))
        let wide = RankingSample.report(rows).text(for: .none, isWide: true)
        #expect(wide.contains("a_long_parameter_9  best trial"))
    }

    @Test("what is judged by a metric of the test set is shown once")
    func testObjective() throws {
        let trials = (1...2).map { seed in
            let point = MetricPoint(epoch: 1, step: 10, value: 0.5)
            return SweepView.TrialResult(
                outcome: TrialOutcome(
                    trial: Trial(configuration: Configuration(["lr": .number(0.1)]), seed: seed, data: "d"),
                    configurationNumber: 1, state: .finished,
                    summaries: ["test_accuracy": MetricSummary(of: point), "test_loss": MetricSummary(of: point)],
                    seconds: nil), series: [:])
        }
        let view = SweepView(sweep: "x", objective: Objective(metric: "test_accuracy"), trials: trials)
        let lines = try #require(BestReport(RankedConfigurations(view), store: "results/s.sqlite")).text(for: .none)
            .split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("test_accuracy ") } == 1)
        #expect(lines.count { $0.hasPrefix("test_loss ") } == 1)
    }

    @Test("numbers have the digits that suit those they can be compared with")
    func digitsOfParts() {
        func settings(_ loss: String, _ lr: Double) -> [String: SettingValue] {
            ["loss": .string(loss), "lr": .number(lr)]
        }
        let rows = [
            (settings: settings("mse", 1), seeds: RankingSample.seeds(3829.6, 3840.2, 3971.1)),
            (settings: settings("mse", 2), seeds: RankingSample.seeds(3929.6, 3940.2, 4071.1)),
            (settings: settings("l1", 1), seeds: RankingSample.seeds(47.4321, 48.1, 48.6)),
            (settings: settings("l1", 2), seeds: RankingSample.seeds(48.4321, 49.1, 49.6)),
        ]
        let objective = Objective(metric: "dev_loss", goal: .minimize)
        let loss = MetricDefinition(name: "dev_loss", goal: .minimize, unit: .magnitude, dependencies: ["loss"])
        let view = SweepView(
            sources: [SweepSource(name: "x", objective: objective, parameterNames: ["loss", "lr"], metrics: [loss])],
            objective: objective,
            trials: RankingSample.outcomes(rows).map { SweepView.TrialResult(outcome: $0, series: [:]) })
        let text = RankReport(RankedConfigurations(view)).text(for: .none)
        #expect(text.contains(" 48.04 ") && text.contains(" 3880 "), "\(text)")
    }

    @Test("'--top' shows as many and says how many more there are")
    func top() throws {
        let report = try report(SampleStore(), top: 1)
        #expect(report.text(for: .none).contains("\n   1  "))
        #expect(!report.text(for: .none).contains("\n!  2  "))
        #expect(report.notes.first == "2 more configurations not shown.")
    }

    @Test("an empty ranking is said in words")
    func empty() throws {
        func text(_ outcomes: [TrialOutcome], by objective: Objective = Objective())
            -> String
        {
            let trials = outcomes.map { SweepView.TrialResult(outcome: $0, series: [:]) }
            return RankReport(RankedConfigurations(SweepView(sweep: "x", objective: objective, trials: trials)))
                .text(for: .none)
        }
        #expect(text([]) == "x has no trials yet.")
        let outcomes = try SampleStore().view().trials.map(\.outcome)
        #expect(
            text(Array(outcomes.suffix(1)))
                == "x by dev_accuracy (maximize, best epoch): none of 1 trial has finished yet (1 running).")
        #expect(
            text(Array(outcomes.prefix(1)), by: Objective(metric: "dev_acc", goal: .maximize, selection: .last))
                == "x by dev_acc (maximize, last epoch): no finished trial has a value (1 finished).\n\n"
                + "The finished trials gave no value of 'dev_acc', by which the sweep is judged; "
                + "measured were batch_loss and dev_accuracy. Perhaps 'dev_accuracy' is meant: write it as the metric's name, or rank by '--by "
                + "dev_accuracy'.")
    }

    @Test("JSON has all digits, the seeds' values and what is missing as null")
    func json() throws {
        let json = try report(SampleStore(), objective: Objective(selection: .last), top: 2).json
        #expect(json.contains(#""objective":{"goal":"maximize","metric":"dev_accuracy","select":"last"}"#))
        #expect(json.contains(#""mean":0.625,"median":0.625"#))
        #expect(json.contains(#""rank":1,"sd":0.1767766952966369,"seconds":1.5,"seeds":2,"standing":"best""#))
        #expect(json.contains(#""mean":0.3333333333333333,"median":0.3333333333333333"#))
        #expect(json.contains(#""rank":2,"sd":null"#))
        #expect(json.contains(#""trials":{"diverged":1,"finished":3,"running":1}"#))
        #expect(json.contains(#""verdict":"sgd is the only configuration with a value that lost no seed.""#))
    }

    @Test("the winner is shown with how sure it is, all its hyperparameters, and where its trials lie")
    func best() throws {
        let sample = try SampleStore()
        let ranked = RankedConfigurations(try sample.view())
        let best = try #require(BestReport(ranked, store: "results/sweeps.sqlite"))
        #expect(
            best.text(for: .none) == """
                The best of digits by dev_accuracy (maximize, best epoch):

                sgd is the only configuration with a value that lost no seed.

                dev_accuracy  0.6250 ± 0.1768 over 2 seeds
                epoch         2
                time          1.50 s
                data          digits
                epochs        9
                optimizer     sgd
                trials        seed 1: results/digits/trials/\(sample.trials[0].shortName)
                              seed 2: results/digits/trials/\(sample.trials[1].shortName)

                """)
        #expect(best.json.contains(#""interval":null"#) && best.json.contains(#""tied":0"#))
        let empty = SweepView(sweep: "x", objective: Objective(), trials: [])
        #expect(BestReport(RankedConfigurations(empty), store: "") == nil)
    }
}
