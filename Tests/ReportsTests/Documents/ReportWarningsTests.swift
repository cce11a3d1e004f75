import Analysis
import Reports
import Settings
import SweepViews
import Sweeps
import Testing

@Suite("Warnings of a report") struct ReportWarningsTests {
    private func sentences(_ trials: [SweepView.TrialResult], objective: Objective = Objective()) -> [String] {
        report(trials, objective: objective).warnings.map(\.sentence)
    }

    @Test("a clear sweep has none")
    func none() {
        #expect(sentences(threeOptimizers.filter { $0.outcome.trial.configuration["optimizer"] == "adam" }) == [])
    }

    @Test("the edge of each optimizer's own range, also of one that did not win")
    func edges() {
        var trials: [SweepView.TrialResult] = []
        for (number, rate) in [0.1, 0.3, 1].enumerated() {
            let climb = 0.02 * Double(number)
            trials += seeds(
                number + 1, ["optimizer": "sgd", "lr": .number(rate)], [0.9, 0.91, 0.905].map { $0 + climb })
            let bend = rate == 0.3 ? 0.02 : 0
            trials += seeds(
                number + 4, ["optimizer": "adam", "lr": .number(rate)], [0.96, 0.97, 0.965].map { $0 + bend })
        }
        #expect(
            sentences(trials).filter { $0.contains("lr") } == [
                "The best lr of sgd, 1, is the largest of 3 that were tried (0.1…1): better values may lie beyond it; "
                    + "try larger ones."
            ])
    }

    @Test("with one seed the best value alone tells of the edge")
    func edgeOfOneSeed() {
        let trials = [0.1, 0.2, 0.3].enumerated().flatMap { seeds($0 + 1, ["lr": .number($1)], [0.5 + $1]) }
        let edges = sentences(trials).filter { $0.hasPrefix("The best lr, 0.3, is the largest of 3 ") }
        #expect(edges.count == 1)
        #expect(sentences(trials + seeds(4, ["lr": 0.25], [0.8])).allSatisfy { !$0.hasPrefix("The best lr") })
    }

    @Test("nothing lies beyond a value of 0")
    func natural() {
        let trials = [0, 0.2, 0.5].enumerated().flatMap { number, rate in
            seeds(number + 1, ["dropout": .number(rate)], [0.9, 0.91, 0.905].map { $0 - 0.1 * rate })
        }
        #expect(sentences(trials).allSatisfy { !$0.contains("dropout") })
    }

    @Test("sgd that beats momentum")
    func specialCase() {
        let trials =
            seeds(1, ["optimizer": "sgd", "lr": 0.1], [0.95, 0.961, 0.9551])
            + seeds(2, ["optimizer": "momentum", "lr": 0.1], [0.75, 0.7602, 0.756])
            + seeds(3, ["optimizer": "momentum", "lr": 1], [0.74, 0.7502, 0.746])
        let known = sentences(trials).filter { $0.contains("although") }
        #expect(known.count == 1)
        #expect(known.first?.hasPrefix("sgd beats momentum by ") == true)
        #expect(
            known.first?.hasSuffix(
                "although momentum with beta = 0 is sgd: momentum was tuned too little; try more settings of it.")
                == true)
    }

    /// Three activations that make no difference, and sgd far ahead of momentum; with so many seeds.
    private func activations(seedCount: Int) -> [SweepView.TrialResult] {
        var trials: [SweepView.TrialResult] = []
        for (place, activation) in ["relu", "tanh", "gelu"].enumerated() {
            for (number, optimizer) in ["sgd", "momentum"].enumerated() {
                for (index, rate) in [0.1, 0.3, 1].enumerated() {
                    let mean = 0.95 - 0.4 * Double(number) + 0.01 * Double(index * (number + 1))
                    let noise = [0.001 * Double(place), 0.0013, -0.0021 * Double(place % 2)]
                    trials += seeds(
                        trials.count + 1,
                        ["activation": .string(activation), "optimizer": .string(optimizer), "lr": .number(rate)],
                        noise.prefix(seedCount).map { mean + $0 })
                }
            }
        }
        return trials
    }

    @Test("sgd that beats momentum, and momentum's edge, also where another parameter has more names")
    func specialCaseAmongOthers() {
        let one = report(activations(seedCount: 3), parameterNames: ["activation", "optimizer", "lr"])
        #expect(one.verdict.sentence.hasPrefix("Over activation gelu, relu or tanh: sgd beats momentum by "))
        #expect(one.verdict.groups?.parameter == "optimizer")
        #expect(one.verdict.details.contains { $0.hasPrefix("Of each activation its best, over optimizer ") })
        let all = one.warnings.map(\.sentence)
        #expect(all.contains { $0.hasPrefix("sgd beats momentum by ") && $0.contains("was tuned too little") })
        #expect(all.contains { $0.hasPrefix("The best lr of ") && $0.contains("momentum, 1, is the largest of 3") })
    }

    @Test("the data are not what the verdict is on, and each optimizer's edge is told whatever it is on")
    func headline() {
        var trials: [SweepView.TrialResult] = []
        for (place, data) in ["a.csv", "b.csv"].enumerated() {
            for one in activations(seedCount: 3) {
                let settings = one.outcome.trial.configuration.settings
                let isRelu = settings["activation"] == "relu"
                let value = one.outcome.summaries["dev_accuracy"]?.last.value ?? 0
                trials.append(
                    trial(
                        one.outcome.configurationNumber + 1_000 * place, seed: one.outcome.trial.seed,
                        settings: settings.merging(["data": .string(data)]) { first, _ in first },
                        ["dev_accuracy": [value - 0.44 * Double(place) - (isRelu ? 0 : 0.43)]]))
            }
        }
        let one = report(trials, parameterNames: ["data", "optimizer", "activation", "lr"])
        #expect(one.verdict.groups?.parameter == "activation")
        #expect(
            one.verdict.details.contains {
                $0.hasPrefix("Of each data its best, over ") && $0.contains(": a.csv beats b.csv by ")
            })
        #expect(one.warnings.map(\.sentence).contains { $0.contains("momentum") && $0.contains("is the largest of 3") })
    }

    @Test("with one seed each sgd ahead of momentum and the choice of the best are warned of from the means")
    func specialCaseOfOneSeed() {
        let all = sentences(activations(seedCount: 1))
        #expect(all.contains { $0.hasPrefix("sgd is ahead of momentum by ") && $0.contains("with one seed each") })
        #expect(all.contains { $0.contains("is the best of 18 with one seed each, and so too high by chance") })
        let near =
            seeds(1, ["optimizer": "sgd"], [0.9501]) + seeds(2, ["optimizer": "momentum"], [0.95])
            + seeds(3, ["optimizer": "adam"], [0.5]) + seeds(4, ["optimizer": "rmsprop"], [0.4])
        #expect(sentences(near).allSatisfy { !$0.contains("although") })
    }

    @Test("advice on tuning is given by dev and test metrics and by the sweep's own only")
    func otherMetrics() {
        let trials = [0.1, 0.2, 0.3].enumerated().flatMap { number, rate in
            (1...3).flatMap { seed -> [SweepView.TrialResult] in
                ["sgd", "momentum"].enumerated().map { place, optimizer in
                    trial(
                        2 * number + place + 1, seed: seed,
                        settings: ["optimizer": .string(optimizer), "lr": .number(rate)],
                        ["train_loss": [0.5 - rate + Double(place) + 0.001 * Double(seed * seed)]])
                }
            }
        }
        let objective = Objective(metric: "train_loss", goal: .minimize)
        func advice(_ own: String) -> [String] {
            report(
                trials, objective: objective, source: SweepSource(name: "digits", objective: Objective(metric: own))
            ).warnings.map(\.sentence)
                .filter { $0.contains("although") || $0.hasPrefix("The best lr") || $0.contains("by chance") }
        }
        #expect(advice("dev_accuracy").isEmpty)
        #expect(advice("train_loss").count >= 2)
        #expect(advice("train_loss").allSatisfy { !$0.contains("test set") })
    }

    @Test("a dev set of ten examples is told by its accuracies")
    func tenExamples() {
        let counts = [[7, 8, 6], [6, 8, 5], [9, 4, 3]]
        let trials = counts.enumerated().flatMap { number, counts in
            seeds(number + 1, ["lr": .number(Double(number + 1))], counts.map { Double($0) / 10 })
        }
        #expect(sentences(trials).contains { $0.hasPrefix("The dev set has only 10 examples: one of them moves ") })
    }

    @Test("seeds that vary more than configurations, a dev set of few examples, and a lucky choice")
    func chance() {
        let counts = [[26, 28, 22], [27, 21, 29], [22, 29, 24]]
        let trials = counts.enumerated().flatMap { number, counts in
            seeds(
                number + 1, ["lr": .number(Double(number + 1))], counts.map { Double($0) / 31 },
                more: ["test_accuracy": [0.8]])
        }
        let all = sentences(trials)
        #expect(
            all.contains {
                $0.hasPrefix(
                    "Configurations differ no more than chance from seed to seed makes them (standard deviation 1")
                    && $0.contains(" points, beside what a seed does to all alike): ")
            }, "\(all)")
        #expect(
            all.contains { $0.hasPrefix("The dev set has only 31 examples: one of them moves an accuracy by 3.2 ") })
        #expect(
            all.contains { $0.hasPrefix("dev_accuracy 83") && $0.hasSuffix("; on the test set it is 80 %.") }, "\(all)")
        #expect(report(trials).verdict.details.contains { $0.contains("; on the test set 80 %.") })
    }

    @Test("a winner that had not levelled off")
    func improving() {
        let curve = (1...20).map { 0.5 + 0.02 * Double($0) + ($0.isMultiple(of: 2) ? 0.001 : 0) }
        let trials = [1, 2].flatMap { number in
            (1...3).map { seed in
                trial(
                    number, seed: seed,
                    ["dev_accuracy": curve.map { $0 - 0.05 * Double(number) + 0.003 * Double(seed) }])
            }
        }
        #expect(
            sentences(trials).contains {
                $0.hasPrefix("Training stopped before it levelled off: over the last 4 epochs")
            })
    }

    @Test("whether it had levelled off is told by what judges, not by the loss")
    func improvingByObjective() {
        let falling = (1...20).map { 9 - 0.3 * Double($0) + ($0.isMultiple(of: 2) ? 0.01 : 0) }
        let level = (1...20).map { $0.isMultiple(of: 2) ? 1.01 : 1.02 }
        func improving(errors: [Double], losses: [Double]) -> [String] {
            let trials = (1...3).map { trial(1, seed: $0, ["dev_rmse": errors, "dev_loss": losses]) }
            return sentences(trials, objective: Objective(metric: "dev_rmse", goal: .minimize))
                .filter { $0.hasPrefix("Training stopped before it levelled off") }
        }
        #expect(improving(errors: level, losses: falling).isEmpty)
        let told = improving(errors: falling, losses: level)
        #expect(told.count == 1 && told.first?.contains(" epochs dev_rmse still fell by 0.30") == true, "\(told)")
    }

    @Test("seeds that the winner lost")
    func lost() {
        let trials =
            seeds(1, ["lr": 1], [0.95, 0.951, 0.9505])
            + [trial(1, seed: 4, state: .diverged, settings: ["lr": 1], ["dev_accuracy": [.nan]])]
        #expect(
            sentences(trials) == [
                "Of the only configuration only 3 of 4 trials count (1 diverged): its mean is that of the seeds that went well; prefer "
                    + "settings that never diverge, such as a smaller learning rate."
            ])
    }

    @Test("a trial that finished without a value is lost too, and the command that trains failed ones names the file")
    func lostOtherwise() {
        let good = seeds(1, ["lr": 1], [0.95, 0.951, 0.9505])
        let empty = trial(1, seed: 4, settings: ["lr": 1], ["dev_loss": [1]])
        #expect(
            sentences(good + [empty]).contains {
                $0.hasPrefix("Of the only configuration only 3 of 4 trials count (1 finished without a value): ")
            })
        let failed = trial(1, seed: 4, state: .failed, settings: ["lr": 1], [:])
        #expect(
            report(good + [failed], source: SweepSource(name: "digits", filePath: "sweeps/a.yaml")).warnings.map(
                \.sentence
            ).contains {
                $0.hasSuffix("; train them again with 'sweep run sweeps/a.yaml --retry failed'.")
            })
    }

    @Test("a configuration that would lead, had it lost no seed")
    func lostLeader() {
        let trials =
            seeds(1, ["lr": 0.1], [0.91, 0.921, 0.9205]) + seeds(2, ["lr": 1], [0.97, 0.98])
            + [trial(2, seed: 3, state: .diverged, settings: ["lr": 1], ["dev_accuracy": [.nan]])]
        #expect(
            sentences(trials).contains { $0.hasPrefix("Of lr 1 only 2 of 3 trials count (1 diverged): its mean is") })
        #expect(report(trials).ranking.rows.map(\.standing) == [.best, .lostSeeds])
    }
}
