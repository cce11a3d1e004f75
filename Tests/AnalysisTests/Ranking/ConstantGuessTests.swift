import Analysis
import Sweeps
import Testing

@Suite("Constant guesses")
struct ConstantGuessTests {
    private func guess(_ outcomes: [TrialOutcome], _ objective: Objective = Objective()) -> ConstantGuess? {
        ConstantGuess(beside: 0, in: Ranking(of: outcomes, by: objective))
    }

    @Test("a constant guess stands beside the best, with the mean over its seeds")
    func constantGuess() throws {
        let guesses = [0.25, 0.35].map { ["constant_dev_accuracy": point(1, $0)] }
        let better = try #require(
            guess([measuredOnce(1, seed: 1, [0.5], guesses[0]), measuredOnce(1, seed: 2, [0.4], guesses[1])]))
        #expect(better.isBeaten && abs(better.value - 0.3) < 1e-15)
        #expect(better.sentence == "Always guessing the most frequent class comes to a dev_accuracy of 30.0 %.")
        let worse = try #require(guess([measuredOnce(1, [0.25], guesses[0])]))
        #expect(!worse.isBeaten)
        #expect(
            worse.sentence
                == "The best is no better than always guessing the most frequent class, which comes to a dev_accuracy of "
                + "25.0 %.")
        #expect(guess([measuredOnce(1, seed: 1, [0.5], guesses[0]), measuredOnce(1, seed: 2, [0.4])]) == nil)
    }

    @Test("less is better than a constant guess where less is better")
    func constantLoss() throws {
        let outcome = measuredOnce(1, [0.9], ["constant_dev_loss": point(1, 0.2)])
        let beside = try #require(guess([outcome], Objective(metric: "dev_loss", goal: .minimize)))
        #expect(beside.isBeaten)
        #expect(beside.sentence == "Always guessing the same for all examples comes to a dev_loss of 0.200.")
    }
}
