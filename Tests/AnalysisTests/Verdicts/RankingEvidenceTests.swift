import Analysis
import Settings
import Sweeps
import Testing

@Suite("Evidence for rankings")
struct RankingEvidenceTests {
    private func ranking(_ values: [[Double]]) -> Ranking {
        Ranking(
            of: values.enumerated().flatMap { number, values in
                values.enumerated().map { outcome(number + 1, seed: $0.offset + 1, .finished, [$0.element]) }
            }, by: Objective())
    }

    @Test("entries are summarized and compared in the ranking's order")
    func order() throws {
        let ranking = ranking([[0.70, 0.71, 0.72], [0.90, 0.92, 0.91], [0.50, 0.52, 0.51]])
        let evidence = RankingEvidence(ranking)
        #expect(evidence.summaries.map { $0?.count } == [3, 3, 3])
        #expect(agree(try #require(evidence.summaries[0]).mean, 0.91))
        let verdict = try #require(evidence.verdict)
        #expect(verdict.standings[0] == .best)
        #expect(verdict.comparisons.outperformance(over: 1)?.value == 1)
        #expect(
            evidence.sentence(labels: ["a", "b", "c"], unit: .points)
                .hasPrefix("a beats b (nearest, by 20"))
        #expect(evidence.sentence(labels: ["a", "b", "c"], among: [0, 2], unit: .points).hasPrefix("a beats c by 40"))
    }

    @Test("with one seed each nothing is claimed, and it is said why")
    func oneSeed() {
        let evidence = RankingEvidence(ranking([[0.7], [0.9]]))
        #expect(evidence.verdict == nil)
        #expect(
            evidence.sentence(labels: ["a", "b"], unit: .points)
                == "a is ahead, but with one seed each nothing can be told apart, and no interval can be given; "
                + "train at least 3 seeds.")
        func words(_ values: [Double]) -> String {
            let labels = values.indices.map { "c\($0)" }
            return RankingEvidence(ranking(values.map { [$0] })).sentence(labels: labels, unit: .points)
        }
        #expect(words([0.9, 0.9]).hasPrefix("c0 and c1 are level, but with one seed each nothing can be told apart"))
        #expect(words([0.9, 0.9 - 1e-16]).hasPrefix("c0 and c1 are level, but "))
        #expect(words([0.9, 0.9, 0.7, 0.9]).hasPrefix("c0, c1 and c2 are level, but "))
        #expect(words([Double](repeating: 0.5, count: 5)).hasPrefix("All 5 are level, but "))
        #expect(words([Double](repeating: 0.5, count: 5) + [0.4]).hasPrefix("The first 5 are level, but "))
        let single = RankingEvidence(ranking([[0.7]]))
        #expect(single.sentence(labels: ["a"], unit: .points) == "a is the only configuration, with one seed.")
        let none = RankingEvidence(ranking([[], []]))
        #expect(none.sentence(labels: [], unit: .points) == "No configuration has a value yet.")
    }

    @Test("what lost seeds is neither best nor compared")
    func lostSeeds() throws {
        let good = ranking([[0.70, 0.71, 0.72], [0.90, 0.92, 0.91]])
        let outcomes = [
            outcome(1, seed: 1, .finished, [0.70]), outcome(1, seed: 2, .finished, [0.72]),
            outcome(2, seed: 1, .finished, [0.90]), outcome(2, seed: 2, .finished, [0.92]),
            outcome(3, seed: 1, .finished, [0.99]), outcome(3, seed: 2, .finished, [0.98]),
            outcome(3, seed: 3, .diverged, [0.1]),
        ]
        let evidence = RankingEvidence(Ranking(of: outcomes, by: Objective()))
        let verdict = try #require(evidence.verdict)
        #expect(verdict.comparisons.best == 0)
        #expect(verdict.comparisons.candidates == 2)
        #expect(verdict.standings[2] == .tooFewSeeds)
        #expect(try #require(evidence.summaries[2]).count == 2)
        #expect(!evidence.sentence(labels: ["b", "a", "c"], unit: .points).contains("c "))
        #expect(RankingEvidence(good).verdict?.comparisons.candidates == 2)
    }

    @Test("where little is left to compare, that is said")
    func fewLeft() {
        func words(_ outcomes: [TrialOutcome], _ labels: [String] = ["a", "b"]) -> String {
            RankingEvidence(Ranking(of: outcomes, by: Objective())).sentence(labels: labels, unit: .points)
        }
        let lossy = [
            outcome(1, seed: 1, .finished, [0.9]), outcome(1, seed: 2, .finished, [0.91]),
            outcome(1, seed: 3, .diverged, [0.1]),
        ]
        let failed = outcome(2, seed: 1, .failed, [0.5])
        let whole = [outcome(2, seed: 1, .finished, [0.5]), outcome(2, seed: 2, .finished, [0.6])]
        #expect(words(lossy, ["a"]) == "a is the only configuration, and it lost seeds.")
        #expect(words(lossy + [failed]) == "a is the only configuration, and it lost seeds.")
        #expect(words(lossy + whole) == "a is the only configuration with a value that lost no seed.")
        #expect(words(whole + [outcome(1, .failed)]) == "a is the only configuration with a value.")
        #expect(
            words(lossy + whole + [outcome(2, seed: 3, .diverged)])
                == "a is ahead, but every configuration lost seeds, so nothing is claimed.")
    }

    @Test("the ranking's own step keeps equal values of a small dev set from being told apart")
    func step() throws {
        let coarse = ranking([[0.95, 0.95, 0.95], [0.9, 0.9, 0.9], [0.85, 0.85, 0.85]])
        #expect(coarse.resolution == 0.05)
        let verdict = try #require(RankingEvidence(coarse).verdict)
        #expect(verdict.isInTiedGroup(1))
        #expect(try #require(RankingEvidence(coarse, resolution: 0).verdict).isInTiedGroup(1) == false)
    }

    @Test("the best of each optimizer are compared as picked from all")
    func groups() throws {
        let values: [(String, [Double])] = [
            ("sgd", [0.5, 0.52, 0.51]), ("adam", [0.9, 0.92, 0.91]), ("sgd", [0.7, 0.71, 0.72]),
            ("adam", [0.6, 0.61, 0.63]),
        ]
        let outcomes = values.enumerated().flatMap { number, row in
            row.1.enumerated().map { seed, value in
                outcome(
                    number + 1, seed: seed + 1, .finished, [value],
                    settings: ["optimizer": .string(row.0), "lr": .int(number)])
            }
        }
        let ranking = Ranking(of: outcomes + [outcome(9, .failed)], by: Objective())
        let groups = ranking.bestEntries(by: "optimizer")
        #expect(groups.map(\.label) == ["adam", "sgd"])
        #expect(groups.map(\.entry) == [0, 1])
        #expect(groups.map(\.count) == [2, 2])
        #expect(ranking.bestEntries(by: "beta").map(\.label) == ["without beta"])
        let evidence = RankingEvidence(ranking)
        #expect(try #require(evidence.verdict).comparisons.candidates == 4)
        let labels = ["adam", "sgd", "adam 2", "sgd 2", "failed"]
        #expect(
            evidence.sentence(labels: labels, among: groups.map(\.entry), unit: .points).hasPrefix(
                "adam beats sgd by 20"))
    }

    @Test("the best of a group is one that was compared, where there is one")
    func comparedGroups() throws {
        let settings: (String, Int) -> [String: SettingValue] = { ["optimizer": .string($0), "lr": .int($1)] }
        let outcomes =
            [outcome(1, .finished, [0.99], settings: settings("adam", 1))]
            + (1...3).flatMap { seed in
                [
                    outcome(2, seed: seed, .finished, [0.90 + 0.01 * Double(seed)], settings: settings("adam", 2)),
                    outcome(3, seed: seed, .finished, [0.51 + 0.02 * Double(seed)], settings: settings("sgd", 1)),
                ]
            }
        let ranking = Ranking(of: outcomes, by: Objective())
        let evidence = RankingEvidence(ranking)
        #expect(ranking.bestEntries(by: "optimizer").map(\.entry) == [0, 2])
        let groups = ranking.bestEntries(by: "optimizer", verdict: evidence.verdict)
        #expect(groups.map(\.entry) == [1, 2])
        #expect(
            evidence.sentence(labels: ["", "adam", "sgd"], among: groups.map(\.entry), unit: .points)
                .hasPrefix("adam beats sgd by "))
    }
}
