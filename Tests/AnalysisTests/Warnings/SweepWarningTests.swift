import Analysis
import Foundation
import Randomness
import Settings
import Sweeps
import Testing

@Suite("Warnings")
struct SweepWarningTests {
    @Test("the best value at the edge of its range")
    func edge() throws {
        let rates = [0.001, 0.01, 0.1, 1, 0.01]
        let warning = try #require(BestAtEdge(parameter: "lr", tried: rates, best: 1))
        #expect(
            SweepWarning.bestAtEdge(warning).sentence
                == "The best lr, 1, is the largest of 4 that were tried (0.001…1): better values may lie beyond it; try "
                + "larger ones.")
        let ofAdam = BestAtEdge(parameter: "lr", tried: [1e-5, 1e-3, 0.1], best: 1e-5, branch: "adam")
        #expect(
            ofAdam?.sentence
                == "The best lr of adam, 1e-5, is the smallest of 3 that were tried (1e-5…0.1): better values "
                + "may lie beyond it; try smaller ones.")
        #expect(BestAtEdge(parameter: "lr", tried: rates, best: 0.001)?.edge == .smallest)
        #expect(BestAtEdge(parameter: "lr", tried: rates, best: 0.1) == nil)
        #expect(BestAtEdge(parameter: "lr", tried: rates, best: 1, tied: [1, 1])?.edge == .largest)
        #expect(BestAtEdge(parameter: "lr", tried: rates, best: 1, tied: [0.1]) == nil)
        #expect(BestAtEdge(parameter: "lr", tried: [1, 2], best: 1) == nil)
        #expect(BestAtEdge(parameter: "dropout", tried: [0, 0.2, 0.5], best: 0) == nil)
        #expect(BestAtEdge(parameter: "dropout", tried: [0, 0.2, 0.5], best: 0.5)?.edge == .largest)
        #expect(BestAtEdge(parameter: "p", tried: [1, 2, .nan], best: .nan) == nil)
    }

    @Test("what was lost beyond the best value is no invitation to go there")
    func edgeBesideLost() {
        func warnings(_ rates: [(lr: Double, value: Double?, state: TrialState)]) -> [String] {
            let outcomes = rates.enumerated().map { number, rate in
                outcome(
                    number + 1, rate.state, rate.value.map { [$0] } ?? [], settings: ["lr": .number(rate.lr)])
            }
            return BestAtEdge.all(in: Ranking(of: outcomes, by: Objective()), best: 0, comparisons: nil).map(\.sentence)
        }
        let tried: [(lr: Double, value: Double?, state: TrialState)] = [
            (0.001, 0.7, .finished), (0.01, 0.8, .finished), (0.1, 0.9, .finished),
        ]
        #expect(
            warnings(tried + [(1, nil, .diverged), (10, nil, .diverged)]) == [
                "The best lr, 0.1, is the largest of 3 with results (0.001…0.1), and the next larger one, 1, diverged: a "
                    + "value between may be better."
            ])
        #expect(warnings(tried + [(1, nil, .failed), (10, nil, .diverged)]).isEmpty)
        #expect(warnings(tried + [(1, nil, .pending)]).isEmpty)
        #expect(warnings(tried + [(1e-5, nil, .diverged)]).first?.hasSuffix("try larger ones.") == true)
        // Fewer than three have results.
        #expect(warnings([(1e-5, 0.5, .finished)] + [0.01, 1, 10].map { ($0, nil, .diverged) }).isEmpty)
        #expect(warnings(Array(tried.suffix(2)) + [(1, nil, .diverged), (10, nil, .diverged)]).isEmpty)
    }

    @Test("of drawn values the outermost 2 % are at the edge, by logarithms where the range is wide")
    func drawnEdge() {
        let drawn = (0...100).map { exp(-7 + 0.07 * Double($0)) }
        let near = BestAtEdge(parameter: "lr", tried: drawn, best: drawn[99])
        #expect(near?.edge == .largest && near?.sentence.contains("is nearly the largest of 101 that") == true)
        #expect(BestAtEdge(parameter: "lr", tried: drawn, best: drawn[97]) == nil)
        #expect(BestAtEdge(parameter: "lr", tried: drawn, best: drawn[3]) == nil)
        let even = (0...100).map { 1 + Double($0) }
        #expect(BestAtEdge(parameter: "p", tried: even, best: 3)?.edge == .smallest)
        #expect(BestAtEdge(parameter: "p", tried: even, best: 4) == nil)
    }

    @Test("each optimizer's learning rates have edges of their own")
    func edgeOfBranch() throws {
        let rows: [(String, Double, [Double])] = [
            ("sgd", 1, [0.7, 0.71, 0.72]), ("sgd", 10, [0.6, 0.61, 0.62]), ("adam", 0.01, [0.96, 0.95, 0.97]),
            ("adam", 0.001, [0.8, 0.81, 0.82]), ("adam", 0.0001, [0.7, 0.71, 0.72]),
        ]
        let outcomes = rows.enumerated().flatMap { number, row in
            row.2.enumerated().map { seed, value in
                outcome(
                    number + 1, seed: seed + 1, .finished, [value],
                    settings: ["optimizer": .string(row.0), "lr": .number(row.1), "epochs": .int(5)])
            }
        }
        let ranking = Ranking(of: outcomes, by: Objective())
        let verdict = try #require(RankingEvidence(ranking).verdict)
        let (best, comparisons) = (verdict.comparisons.best, verdict.comparisons)
        let adams = BestAtEdge(parameter: "lr", tried: [0.01, 0.001, 0.0001], best: 0.01, branch: "adam")
        #expect(BestAtEdge.all(in: ranking, best: best, comparisons: comparisons) == [adams])
        #expect(BestAtEdge.all(in: ranking, best: best, comparisons: nil) == [adams])
        let importance = try #require(FunctionalANOVA(ranking))
        #expect(Set(importance.parameters.map(\.parameter)) == ["lr", "optimizer"])
    }

    @Test("what was drawn for all alike has one range, what was drawn for each choice one for each")
    func edgeOfDraws() {
        let rows: [(optimizer: String, lr: Double, size: Int, value: Double)] = [
            ("adam", 0.01, 48, 0.9), ("adam", 0.003, 32, 0.8), ("adam", 0.001, 16, 0.7), ("sgd", 1, 16, 0.6),
            ("sgd", 3, 256, 0.5),
        ]
        let outcomes = rows.enumerated().map { number, row in
            outcome(
                number + 1, .finished, [row.value],
                settings: [
                    "optimizer": .string(row.optimizer), "lr": .number(row.lr), "batch_size": .int(row.size),
                ])
        }
        let ranking = Ranking(of: outcomes, by: Objective())
        func edges(_ design: SweepDesign) -> [BestAtEdge] {
            BestAtEdge.all(in: ranking, best: 0, comparisons: nil, design: design)
        }
        #expect(edges(SweepDesign()).map(\.parameter) == ["batch_size", "lr"])
        let own = SweepDesign(subspaces: ["optimizer": ["lr"]], isGrid: false)
        #expect(edges(own) == [BestAtEdge(parameter: "lr", tried: [0.01, 0.003, 0.001], best: 0.01, branch: "adam")])
        #expect(edges(SweepDesign(isGrid: false)).isEmpty)
    }

    @Test("a branch is called by its names, then by its other settings")
    func branchLabel() {
        var outcomes: [TrialOutcome] = []
        for (number, hidden) in [[4], [8]].enumerated() {
            for (place, rate) in [0.1, 0.2, 0.3].enumerated() {
                outcomes.append(
                    outcome(
                        3 * number + place + 1, .finished, [rate + 0.01 * Double(number)],
                        settings: [
                            "hidden": .list(hidden.map { .int($0) }), "lr": .number(rate),
                            "optimizer": number == 0 ? "sgd" : "adam",
                        ]))
            }
        }
        let warnings = BestAtEdge.all(in: Ranking(of: outcomes, by: Objective()), best: 0, comparisons: nil)
        #expect(warnings.map(\.branch) == ["adam, hidden [8]"])
    }

    @Test("a special case ahead of its generalization")
    func specialCase() throws {
        let relation = Generalization("momentum", includes: "sgd", when: "beta = 0")
        let sgd = SeedSample([0.95, 0.96, 0.955])
        let near = try #require(BestComparisons([sgd, SeedSample([0.951, 0.957, 0.954])], goal: .maximize))
        let far = try #require(BestComparisons([sgd, SeedSample([0.75, 0.76, 0.756])], goal: .maximize))
        let nearly = try #require(near.comparison(of: 0, over: 1))
        let clearly = try #require(far.comparison(of: 0, over: 1))
        let mild = try #require(SpecialCaseAhead(relation, comparison: nearly, unit: .points))
        #expect(
            SweepWarning.specialCaseAhead(mild).sentence
                == "sgd is ahead of momentum by 0.1 points, no more than chance explains, although momentum with "
                + "beta = 0 is sgd: momentum may have been tuned too little; try more settings of it.")
        let sure = try #require(SpecialCaseAhead(relation, comparison: clearly, unit: .points))
        #expect(
            sure.sentence == "sgd beats momentum by 20.0 points, although momentum with beta = 0 is sgd: momentum was "
                + "tuned too little; try more settings of it.")
        let behind = try #require(far.comparison(of: 1, over: 0))
        #expect(SpecialCaseAhead(relation, comparison: behind, unit: .points) == nil)
        #expect(
            SpecialCaseAhead(relation, lead: 0.627, unit: .points).sentence
                == "sgd is ahead of momentum by 62.7 points, with one seed each, although momentum with beta = 0 is sgd: "
                + "momentum may have been tuned too little; try more settings of it.")
    }

    @Test("seeds that vary more than configurations differ, by known variance components")
    func seeds() throws {
        // Each with seeds of its own. Within: (2 + 2) / 2 = 2. Between: 2 · (½)² · 2 = 1, so that the component is below
        // zero, and taken as none.
        let others = SeedSample([(seed: 3, value: 2.0), (seed: 4, value: 4.0)])
        let noisy = [SeedSample([1, 3]), others]
        let warning = try #require(SeedsOutweigh(noisy, unit: .plain))
        #expect(agree(warning.seedDeviation, 2.0.squareRoot()))
        #expect(warning.configurationDeviation == 0)
        #expect(
            SweepWarning.seedsOutweigh(warning).sentence
                == "Configurations differ no more than chance from seed to seed makes them (standard deviation 1.41): "
                + "more seeds teach more than more configurations.")
        #expect(SeedsOutweigh([SeedSample([1, 3]), SeedSample([9, 11])], unit: .plain) == nil)
        #expect(SeedsOutweigh([SeedSample([1, 3]), SeedSample([9])], unit: .plain) == nil)
        #expect(SeedsOutweigh([], unit: .plain) == nil)
    }

    @Test("what a seed does to all alike is no matter where configurations are compared seed by seed")
    func pairedSeeds() throws {
        // One is ahead by 1 with either seed, whatever these do.
        #expect(SeedsOutweigh([SeedSample([1, 3]), SeedSample([2, 4])], unit: .plain) == nil)
        // Seed effects ∓10; residuals ±½, so that their mean square is 4 · ¼ / 1 = 1; between 2 · (½)² · 2 = 1.
        let crossed = try #require(SeedsOutweigh([SeedSample([1, 20]), SeedSample([1, 22])], unit: .plain))
        #expect(agree(crossed.seedDeviation, 1) && crossed.configurationDeviation == 0)
        // Residuals ±½, between 2 · 0.6² · 2 = 1.44: the component is 0.22.
        let apart = try #require(SeedsOutweigh([SeedSample([1, 20]), SeedSample([1.2, 22.2])], unit: .plain))
        #expect(agree(apart.configurationDeviation, 0.22.squareRoot()))
        #expect(
            apart.sentence
                == "Seeds vary more than configurations differ (standard deviations 1.00, beside what a seed does to all "
                + "alike, and 0.47): more seeds teach more than more configurations.")
    }

    @Test("a dev set of which one example moves the ranking")
    func devSet() throws {
        let warning = try #require(SmallDevSet(size: 30, first: 0.9, second: 0.9 - 1.0 / 30))
        #expect(
            SweepWarning.smallDevSet(warning).sentence
                == "The dev set has only 30 examples: one of them moves an accuracy by 3.3 points, and the first is "
                + "ahead of the second by 3.3 points; take a larger dev set.")
        #expect(
            SmallDevSet(size: 30, first: 0.9, second: 0.9)?.sentence.hasSuffix(
                ", and the first and the second have the same mean; take a larger dev set.") == true)
        #expect(SmallDevSet(size: 30, first: 0.9, second: 0.8) == nil)
        #expect(SmallDevSet(size: 0, first: 0.9, second: 0.9) == nil)
    }

    @Test("a curve that has not levelled off")
    func improving() throws {
        let falling = (1...20).map { (epoch: Int) -> (epoch: Double, value: Double) in
            let ripple = epoch.isMultiple(of: 2) ? 0 : 0.001
            return (Double(epoch), 1 - 0.02 * Double(epoch) + ripple)
        }
        let warning = try #require(StillImproving(metric: "dev_loss", goal: .minimize, curve: falling))
        #expect(
            SweepWarning.stillImproving(warning).sentence
                == "Training stopped before it levelled off: over the last 4 epochs dev_loss still fell by 0.020 per "
                + "epoch; train longer.")
        #expect(StillImproving(metric: "dev_accuracy", goal: .maximize, curve: falling) == nil)
        let rising = falling.map { (epoch: $0.epoch, value: 1 - $0.value) }
        #expect(
            try #require(StillImproving(metric: "dev_accuracy", goal: .maximize, curve: rising)).sentence
                .contains("dev_accuracy still rose by 2.0 points per epoch"))
        let level = (1...40).map { (epoch: Double($0), value: exp(-Double($0))) }
        #expect(StillImproving(metric: "dev_loss", goal: .minimize, curve: level) == nil)
        #expect(StillImproving(metric: "dev_loss", goal: .minimize, curve: Array(falling.prefix(4))) == nil)
        let broken = falling.map { (epoch: 1.0, value: $0.value) } + [(epoch: Double.nan, value: Double.infinity)]
        #expect(StillImproving(metric: "dev_loss", goal: .minimize, curve: broken) == nil)
    }

    @Test("a level but noisy curve is seldom called improving")
    func noise() {
        var stream = RandomStream(seed: 2, .data)
        var warnings = 0
        for _ in 0..<400 {
            let curve = (1...40).map { (epoch: Double($0), value: stream.normal()) }
            if StillImproving(metric: "dev_loss", goal: .minimize, curve: curve) != nil { warnings += 1 }
        }
        #expect(warnings < 12)
    }

    @Test("the best of many is too good by what chance gives the best of so many")
    func optimism() throws {
        let warning = try #require(
            OptimisticChoice(
                Objective(), value: 0.971, count: 12, standardError: 0.003, test: 0.965, unit: .points))
        #expect(agree(try #require(warning.optimism), 0.003 * NormalDistribution.expectedMaximum(of: 12)))
        #expect(
            SweepWarning.optimisticChoice(warning).sentence
                == "dev_accuracy 97.1 % is the best of 12 that cannot be told apart, and so about 0.5 points too high by "
                + "chance, besides what picking each trial's best epoch adds; on the test set it is 96.5 %.")
        let untested = try #require(
            OptimisticChoice(
                Objective(metric: "dev_loss", goal: .minimize, selection: .last), value: 0.2, count: 2,
                standardError: 0.01, test: nil, unit: .magnitude))
        #expect(
            untested.sentence
                == "dev_loss 0.200 is the best of 2 that cannot be told apart, and so about 0.006 too low "
                + "by chance; a test set would have the last word.")
        let single = try #require(
            OptimisticChoice(Objective(), value: 0.961, count: 6, standardError: nil, test: nil, unit: .points))
        #expect(
            single.sentence
                == "dev_accuracy 96.1 % is the best of 6 with one seed each, and so too high by chance, by how "
                + "much only more seeds tell; a test set would have the last word.")
        let training = Objective(metric: "train_loss", goal: .minimize)
        let own = OptimisticChoice(training, value: 1, count: 2, standardError: 1, test: nil, unit: .magnitude)
        #expect(own?.sentence.hasSuffix("; new seeds would have the last word.") == true)
        #expect(OptimisticChoice(Objective(), value: 1, count: 1, standardError: 1, test: nil, unit: .plain) == nil)
        // The test set is measured once, so that there is no epoch to pick.
        let measured = OptimisticChoice(
            Objective(metric: "test_accuracy"), value: 0.9, count: 3, standardError: 0.01, test: nil, unit: .points)
        #expect(measured?.sentence.contains("best epoch") == false)
        let ofPart = OptimisticChoice(
            training, value: 1, count: 2, standardError: 1, test: nil, unit: .magnitude, part: "data moons")
        #expect(ofPart?.sentence.hasPrefix("Of data moons: train_loss 1.0 is the best of 2 ") == true)
    }

    @Test("trials that were lost, but not those that were stopped")
    func lost() throws {
        let warning = try #require(
            LostTrials(label: "adam", trials: [.finished: 3, .timedOut: 1, .diverged: 2, .pruned: 4], valued: 3))
        #expect(
            SweepWarning.lostTrials(warning).sentence
                == "Of adam only 3 of 6 trials count (2 diverged, 1 timed out): its mean is that of the seeds that went "
                + "well; prefer settings that never diverge, such as a smaller learning rate.")
        let failed = LostTrials(
            label: "adam", trials: [.finished: 2, .failed: 1], valued: 2, retry: "sweep run a.yaml --retry failed")
        #expect(failed?.sentence.hasSuffix("; train them again with 'sweep run a.yaml --retry failed'.") == true)
        #expect(LostTrials(label: "adam", trials: [.finished: 3, .pruned: 1, .cancelled: 1], valued: 3) == nil)
        let empty = LostTrials(label: "adam", trials: [.finished: 3], valued: 2)
        #expect(
            empty?.sentence
                == "Of adam only 2 of 3 trials count (1 finished without a value): its mean is that of the seeds "
                + "that went well; prefer settings with which every trial comes to a number, such as a smaller learning "
                + "rate.")
    }
}
