import Analysis
import Settings
import Sweeps
import Testing

struct GroupComparisonTests {
    private func trials(_ number: Int, _ optimizer: String, batch: Int, _ accuracies: [Double]) -> [TrialOutcome] {
        accuracies.enumerated().map { seed, accuracy in
            outcome(
                number, seed: seed + 1, .finished, [accuracy],
                settings: ["optimizer": .string(optimizer), "batch_size": .int(batch)])
        }
    }

    @Test func aBatchSizeThatOnlyOneOptimizerHadDoesNotDecideBetweenThem() {
        let ranking = Ranking(
            of: trials(1, "sgd", batch: 8, [0.95, 0.96, 0.955]) + trials(2, "sgd", batch: 64, [0.70, 0.71, 0.705])
                + trials(3, "momentum", batch: 64, [0.80, 0.81, 0.805]),
            by: Objective())
        let comparison = GroupComparison(of: "optimizer", in: ranking, RankingEvidence(ranking))
        #expect(comparison.groups.map(\.label) == ["momentum", "sgd"])
        let sentence = comparison.sentence(unit: .points)
        #expect(sentence.hasPrefix("Over batch_size 64, for which both have results: momentum beats sgd by 10"))
    }

    @Test func whatGoesByNoNameIsComparedByItsOptions() {
        func trials(_ number: Int, _ stopping: SettingValue, _ accuracies: [Double]) -> [TrialOutcome] {
            accuracies.enumerated().map { seed, accuracy in
                outcome(
                    number, seed: seed + 1, .finished, [accuracy], settings: ["early_stopping": stopping, "lr": 0.1])
            }
        }
        let ranking = Ranking(
            of: trials(1, ["patience": 3, "restore_best": true], [0.95, 0.96, 0.955])
                + trials(2, ["patience": 9, "restore_best": true], [0.70, 0.71, 0.705])
                + trials(3, .null, [0.6, 0.61, 0.605]), by: Objective())
        let comparison = GroupComparison(of: "early_stopping", in: ranking, RankingEvidence(ranking))
        #expect(
            comparison.groups.map(\.label)
                == ["patience 3 restore_best true", "patience 9 restore_best true", "null"])
    }

    @Test func optimizersWithNoSettingInCommonGetNoVerdict() {
        let ranking = Ranking(
            of: trials(1, "sgd", batch: 8, [0.95, 0.96, 0.955]) + trials(2, "momentum", batch: 64, [0.7, 0.71, 0.705]),
            by: Objective())
        let comparison = GroupComparison(of: "optimizer", in: ranking, RankingEvidence(ranking))
        #expect(!comparison.isComparison)
        #expect(
            comparison.sentence(unit: .points)
                == "No batch_size has results with both values of optimizer, so they are not compared.")
    }
}
