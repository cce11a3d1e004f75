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
        #expect([better].unbeatenSentence == nil)
        #expect(better.isBeaten && abs(better.value - 0.3) < 1e-15)
        #expect([better].beatenSentence == "Always guessing the most frequent class comes to a dev_accuracy of 30.0 %.")
        let worse = try #require(guess([measuredOnce(1, [0.25], guesses[0])]))
        #expect(!worse.isBeaten)
        #expect(
            [worse].unbeatenSentence
                == "The best is no better than always guessing the most frequent class, which comes to a dev_accuracy of "
                + "25.0 %.")
        #expect(guess([measuredOnce(1, seed: 1, [0.5], guesses[0]), measuredOnce(1, seed: 2, [0.4])]) == nil)
    }

    @Test("less is better than a constant guess where less is better")
    func constantLoss() throws {
        let outcome = measuredOnce(1, [0.9], ["constant_dev_loss": point(1, 0.2)])
        let beside = try #require(guess([outcome], Objective(metric: "dev_loss", goal: .minimize)))
        #expect(beside.isBeaten)
        #expect([beside].beatenSentence == "Always guessing the same for all examples comes to a dev_loss of 0.200.")
    }

    /// Beside the best of a part each, with what its guess comes to.
    private func guesses(_ parts: [(part: String, best: Double, guess: Double)]) -> [ConstantGuess] {
        parts.compactMap { part, best, guess in
            let outcome = measuredOnce(1, [best], ["constant_dev_accuracy": point(1, guess)])
            return ConstantGuess(beside: 0, in: Ranking(of: [outcome], by: Objective()), part: part)
        }
    }

    @Test("beside the best of each part a sentence says what guesses come to, and one each where the best is no better")
    func parts() {
        let parts = guesses([("data moons", 0.9, 0.5), ("data digits", 0.9, 0.125), ("data shapes", 0.5, 0.5)])
        let words = "Always guessing the most frequent class comes to a dev_accuracy of "
        #expect(parts.beatenSentence == words + "50.0 % for data moons and 12.50 % for data digits.")
        let worse = "is no better than always guessing the most frequent class"
        #expect(
            parts.unbeatenSentence
                == "The best of data shapes \(worse), which comes to a dev_accuracy of 50.0 %.")
        let many = guesses((1...9).map { ("data.noise \($0)", 0.9, Double($0) / 20) })
        #expect(many.beatenSentence == words + "5.00 % for data.noise 1 up to 45.0 % for data.noise 9.")
        #expect(guesses((1...9).map { ("data.noise \($0)", 0.9, 0.5) }).beatenSentence == words + "50.0 %.")
        #expect(
            guesses((1...9).map { ("data.noise \($0)", 0.5, 0.5) }).unbeatenSentence
                == "The best of data.noise 1 and of 8 others \(worse).")
        #expect([ConstantGuess]().beatenSentence == nil && [ConstantGuess]().unbeatenSentence == nil)
    }
}
