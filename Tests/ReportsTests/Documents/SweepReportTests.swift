import Analysis
import Charts
import Foundation
import Reports
import Settings
import SweepViews
import Sweeps
import Testing

@Suite("Reports") struct SweepReportTests {
    @Test("the verdict is about each optimizer's best, in one sentence, before all details")
    func verdict() throws {
        let one = report(threeOptimizers)
        #expect(
            one.verdict.sentence.hasPrefix(
                "adam and momentum cannot be told apart; both beat sgd on average by 1.8 points (95 % ")
        )
        #expect(one.verdict.details[0].hasPrefix("Of single configurations: adam lr 0.1 and momentum lr 0.1 cannot "))
        #expect(
            one.verdict.details[1].hasPrefix("The best configuration, adam lr 0.1, reaches a mean dev_accuracy of "))
        #expect(one.verdict.groups?.members.map(\.label) == ["adam, lr 0.1", "momentum, lr 0.1", "sgd, lr 0.1"])
        let text = markdown(one)
        let verdict = try #require(text.range(of: "**adam and momentum cannot be told apart"))
        let places = [
            "## The best of each optimizer", "## Ranking", "## What each parameter", "## How to",
        ]
        .map { text.range(of: $0)?.lowerBound ?? text.startIndex }
        #expect([verdict.lowerBound] + places == ([verdict.lowerBound] + places).sorted())
    }

    @Test("the best stands beside what a constant guess comes to, where that was measured")
    func constantGuess() {
        let one = report([
            trial(1, ["dev_accuracy": [0.5, 0.75], "constant_dev_accuracy": [0.25]]),
            trial(2, ["dev_accuracy": [0.5, 0.5], "constant_dev_accuracy": [0.25]]),
        ])
        #expect(markdown(one).contains("Always guessing the most frequent class comes to a dev_accuracy of 25.0 %."))
        #expect(one.constantGuesses.map(\.value) == [0.25] && one.constantGuesses[0].isBeaten)
        #expect(report(threeOptimizers).constantGuesses.isEmpty)
    }

    @Test("where data vary, each part has its constant guess and what choosing its best promises too much")
    func parts() {
        let metric = MetricDefinition(
            name: "dev_accuracy", goal: .maximize, unit: .share, set: .dev, dependencies: ["data.noise"])
        let source = SweepSource(name: "x", parameterNames: ["data.noise", "lr"], metrics: [metric])
        func trials(_ number: Int, _ noise: Double, _ rate: Double, _ values: [Double]) -> [SweepView.TrialResult] {
            seeds(
                number, ["data.noise": .number(noise), "lr": .number(rate)], values,
                more: ["constant_dev_accuracy": [noise < 1 ? 0.5 : 0.125]])
        }
        let one = report(
            trials(1, 0.5, 0.1, [0.9, 0.92, 0.91]) + trials(2, 0.5, 1, [0.91, 0.9, 0.92])
                + trials(3, 2, 0.1, [0.12, 0.125, 0.13]) + trials(4, 2, 1, [0.1, 0.11, 0.12]),
            source: source)
        let text = markdown(one)
        #expect(
            one.verdict.details.suffix(2) == [
                "The best of data.noise 2 is no better than always guessing the most frequent class, which comes to a "
                    + "dev_accuracy of 12.50 %.",
                "Always guessing the most frequent class comes to a dev_accuracy of 50.0 % for data.noise 0.5.",
            ])
        #expect(
            text.contains("Of data.noise 0.5: dev_accuracy 91.0 % is the best of 2 that cannot be told apart, and so"))
        let json = #"{"beaten":true,"guess":"the most frequent class","value":0.5,"within":"data.noise 0.5"}"#
        #expect(one.json.canonicalJSON.contains(json))
    }

    @Test("the first line says what was run")
    func extent() {
        let one = markdown(report(threeOptimizers + [trial(10, seed: 1, state: .diverged, [:])]))
        #expect(
            one.hasPrefix(
                "# digits\n\n46 trials of 10 configurations with 5 seeds (45 finished, 1 diverged), 46 s of training in "
                    + "all. Judged by dev_accuracy, the largest that a trial ever reached.\n"))
        let last = Objective(metric: "dev_loss", goal: .minimize, selection: .last)
        #expect(
            markdown(report([trial(1, ["dev_loss": [2, 1]])], objective: last))
                .contains(
                    "1 trial of 1 configuration with 1 seed, all finished, 1.00 s of training in all. Judged by "
                        + "dev_loss, at a trial's last epoch, the smallest first.\n"))
    }

    @Test("a row has its seeds, mean, median, deviation, interval, standing, epoch and time")
    func rows() {
        let one = report(threeOptimizers, rows: 2)
        #expect(one.ranking.rows.count == 2 && one.ranking.unshown == 7)
        let lines = markdown(one).split(separator: "\n")
        #expect(
            lines.contains { line in
                line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                    == ["1", "adam, lr 0.1", "5", "97.1", "97.4", "1.3", "95.5…98.7", "best", "1", "1.00 s"].map {
                        "**\($0)**"
                    }
            }, "\(lines.filter { $0.hasPrefix("|") }.joined(separator: "\n"))")
        #expect(
            markdown(one).contains(
                "7 more configurations not shown. In all, 1 other cannot be told apart from the best."))
    }

    @Test("with one seed it says that nothing can be told apart")
    func oneSeed() {
        let trials = [1, 2, 3].flatMap { seeds($0, ["lr": .number(Double($0))], [0.9 + 0.01 * Double($0)]) }
        let one = report(trials)
        #expect(
            one.verdict.sentence == "lr 3 is ahead, but with one seed each nothing can be told apart, and no interval "
                + "can be given; train at least 3 seeds.")
        #expect(
            one.verdict.details == ["The best configuration, lr 3, reaches a dev_accuracy of 93.0 % with one seed."])
        #expect(markdown(one).contains(" 93.0 | "))
    }

    @Test("one configuration is the only one, and nothing varies")
    func oneConfiguration() {
        let one = report(seeds(1, ["lr": 0.1], [0.9, 0.91, 0.92]))
        #expect(
            one.verdict.sentence
                == "There is only one configuration, so there is nothing to compare: it reaches a mean "
                + "dev_accuracy of 91.0 % (95 % interval 88.5…93.5) over 3 seeds.")
        #expect(one.verdict.details.isEmpty && one.ranking.rows.map(\.label) == ["the only configuration"])
        #expect(one.findings == nil && one.warnings.isEmpty)
        #expect(!markdown(one).contains("picked") && !markdown(one).contains("optimistic"))
        #expect(!markdown(one).contains("What each parameter does"))
    }

    @Test("without any value it says why there is no verdict, and nothing more")
    func nothing() {
        let diverged = (1...4).map { trial($0, state: .diverged, ["dev_loss": [3, .infinity]]) }
        let running = [trial(1, state: .running, ["dev_accuracy": [0.5]]), trial(2, state: .pending, [:])]
        let sentences = [
            ([], "There are no trials yet."),
            (diverged, "All 4 trials diverged, so nothing can be ranked; a smaller learning rate is the usual remedy."),
            (
                [trial(1, state: .failed, [:])],
                "The only trial failed, so nothing can be ranked; 'sweep show TRIAL' says why."
            ),
            (running, "None of 2 trials has finished, so nothing can be ranked yet (1 pending, 1 running)."),
            (
                [trial(1, state: .diverged, [:]), trial(2, state: .failed, [:])],
                "None of 2 trials has finished, so nothing can be ranked (1 diverged, 1 failed)."
            ),
            (
                [trial(1, ["dev_loss": [1]])],
                "No finished trial has a value of dev_accuracy, so nothing can be ranked (1 finished)."
            ),
        ]
        for (trials, sentence) in sentences {
            let one = report(trials)
            #expect(one.verdict.sentence == sentence)
            #expect(one.reproduction == nil && one.findings == nil && one.ranking.rows.isEmpty && one.warnings.isEmpty)
            let text = markdown(one)
            #expect(!text.contains("## Ranking") && !text.contains("nan") && !text.contains("## How to"))
        }
    }

    @Test("optimizers without a value are named, not hidden")
    func valueless() {
        let lost = seeds(10, ["optimizer": "rprop", "lr": 0.1], [0.1, 0.2], state: .diverged)
        let one = report(threeOptimizers + lost)
        #expect(one.verdict.details.last == "rprop has no value: no trial finished with one.")
        #expect(one.ranking.valueless == ["rprop, lr 0.1"])
        #expect(markdown(one).contains("Without a value, since no trial finished with one: rprop, lr 0.1."))
    }

    @Test("of 300 configurations it shows the wanted rows and cuts many values into few levels")
    func many() throws {
        var trials: [SweepView.TrialResult] = []
        for number in 1...300 {
            let mean = 0.5 + 0.001 * Double(number)
            trials += seeds(number, ["lr": .number(1 / Double(number))], [mean, mean + 0.001])
        }
        let one = report(trials)
        #expect(one.ranking.rows.count == 10 && one.ranking.unshown == 290)
        let levels = try #require(one.findings).parameters[0].levels
        #expect(levels.count == 6 && levels.map(\.count) == Array(repeating: 50, count: 6))
        #expect(
            levels[0].words == "0.00333 … 0.00398" && levels[0].isWinners
                && levels[0].best == one.ranking.rows[0].summary?.mean)
        #expect(markdown(one).utf8.count < 10_000)
    }

    @Test("the same results give the same report, whatever their order")
    func reproducible() {
        let one = report(threeOptimizers)
        #expect(markdown(one) == markdown(report(threeOptimizers)))
        #expect(one.json.canonicalJSON == report(threeOptimizers.reversed()).json.canonicalJSON)
    }

    @Test("the winner's file, its commands and fresh seeds are at the end")
    func reproduction() {
        let text = markdown(report(threeOptimizers))
        #expect(
            text.contains("This sweep file trains adam lr 0.1 with seeds 1, 2, 3; the same build on the same machine"))
        #expect(text.contains("```yaml\nname: digits-best\n```"))
        #expect(text.contains("```sh\nsweep best digits --yaml > digits-best.yaml\nsweep run digits-best.yaml\n```"))
        #expect(text.contains("write `seeds: [6, 7, 8, 9, 10, 11, 12, 13, 14, 15]` and another `name`"))
    }

    @Test("machines get all digits, and null for what is missing")
    func json() {
        let json = report(threeOptimizers).json
        guard case .list(let ranking)? = json.asMapping?["ranking"] else {
            Issue.record("no ranking in \(json.canonicalJSON)")
            return
        }
        #expect(ranking.count == 9)
        #expect(ranking[0].asMapping?["standing"] == "best" && ranking[0].asMapping?["label"] == "adam, lr 0.1")
        #expect(json.asMapping?["explained"]?.number != nil && json.asMapping?["condition"] == .null)
        #expect(json.asMapping?["sweep_file"] == "name: digits-best\n")
    }

    @Test("an interval is cut to where a share can be, for machines too")
    func bounds() {
        let one = report(seeds(1, ["lr": 1], [1, 0.9, 0.95]) + seeds(2, ["lr": 2], [0.1, 0.5, 0.2]))
        guard case .list(let rows)? = one.json.asMapping?["ranking"], rows.count == 2,
            case .list(let first)? = rows[0].asMapping?["interval"],
            case .list(let second)? = rows[1].asMapping?["interval"]
        else {
            Issue.record("no intervals in \(one.json.canonicalJSON)")
            return
        }
        #expect(first.last?.number == 1 && second.first?.number == 0)
        #expect(markdown(one).contains("…100"))
    }

    @Test("losses are plain numbers, the smallest first")
    func loss() {
        let trials = [(1, 0.1), (2, 0.2), (3, 0.3)].flatMap { number, value in
            (1...3).map { trial(number, seed: $0, ["dev_loss": [value + 0.001 * Double($0 * number % 5)]]) }
        }
        let one = report(trials, objective: Objective(metric: "dev_loss", goal: .minimize))
        #expect(one.verdict.sentence.hasPrefix("lr 1 beats lr 0.5 (nearest, by 0.100, 95 % interval 0.09"))
        #expect(markdown(one).contains("| mean   | median") || markdown(one).contains("mean |"))
    }
}
