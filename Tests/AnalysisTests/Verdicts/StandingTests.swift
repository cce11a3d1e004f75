import Analysis
import Sweeps
import Testing

@Suite("Standing to the best") struct StandingTests {
    private func standings(_ rows: [[Double]], lost: Int? = nil) -> [Standing] {
        let outcomes = rows.enumerated().flatMap { number, values in
            values.enumerated().map { seed, value in
                outcome(number + 1, seed: seed + 1, number == lost && seed == 0 ? .failed : .finished, [value])
            }
        }
        let ranking = Ranking(of: outcomes, by: Objective())
        return RankingEvidence(ranking).standings
    }

    @Test("each of them comes up, under one name for machines")
    func all() {
        #expect(
            standings(
                [[0.95, 0.96, 0.97], [0.951, 0.958, 0.969], [0.5, 0.51, 0.52], [0.94], [0.9, 0.91, 0.92]], lost: 4)
                == [.best, .tied, .tooFewSeeds, .worse, .lostSeeds])
        #expect(standings([[.nan]]) == [.noValue])
        #expect(standings([[0.9], [0.8]]) == [.tooFewSeeds, .tooFewSeeds])
        #expect(
            Standing.allCases.map(\.rawValue)
                == ["best", "tied", "worse", "too_few_seeds", "lost_seeds", "no_value", "not_compared"])
    }

    @Test("a tied one below a worse one needs a word")
    func order() {
        #expect(Standing.remark(on: [.best, .tied, .worse]) == nil)
        #expect(Standing.remark(on: [.best, .worse]) == nil)
        #expect(
            Standing.remark(on: [.best, .worse, .tied])
                == "One that is tied may stand below one that is worse: its seeds "
                + "vary more, so that less can be said of it.")
    }
}
