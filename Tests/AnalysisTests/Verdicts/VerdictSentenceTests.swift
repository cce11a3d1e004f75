import Analysis
import Sweeps
import Testing

@Suite("Verdicts in words")
struct VerdictSentenceTests {
    /// Two patterns that differ by a standard deviation of `spread` from seed to seed, over a common one.
    private func sample(_ mean: Double, _ pattern: [Double], spread: Double = 0.002) -> SeedSample {
        SeedSample(zip([0.01, -0.02, 0.005, 0.0, 0.005], pattern).map { mean + $0 + spread * $1 })
    }

    private let up: [Double] = [1, -1, 0, 1, -1]
    private let down: [Double] = [-1, 0, 1, 1, -1]
    private let odd: [Double] = [0, 1, -1, -1, 1]

    private func sentence(
        _ samples: [SeedSample], _ labels: [String], unit: ObjectiveUnit = .points, goal: Objective.Goal = .maximize
    ) throws -> String {
        let verdict = Verdict(try #require(BestComparisons(samples, goal: goal)))
        return verdict.sentence(labels: labels, among: Array(samples.indices), unit: unit)
    }

    @Test("a tied pair that beats a third")
    func pairBeatsThird() throws {
        let words = try sentence(
            [sample(0.971, up), sample(0.970, down), sample(0.953, odd)], ["adam", "momentum", "sgd"])
        #expect(
            words
                == "adam and momentum cannot be told apart; both beat sgd on average by 1.8 points (95 % interval 1.2…2.3)."
        )
    }

    @Test("one that beats another")
    func oneBeatsOne() throws {
        let words = try sentence([sample(0.971, up), sample(0.953, odd)], ["adam", "sgd"])
        #expect(words == "adam beats sgd by 1.8 points (95 % interval 1.1…2.5).")
    }

    @Test("one that beats many names the nearest")
    func oneBeatsMany() throws {
        let few = try sentence(
            [sample(0.971, up), sample(0.953, odd), sample(0.9, down)], ["adam", "sgd", "rprop"])
        #expect(
            few.hasPrefix("adam beats sgd (nearest, by 1.8 points, 95 % interval ") && few.hasSuffix(") and rprop."))
        let many = try sentence(
            [sample(0.971, up)] + (0..<5).map { sample(0.95 - 0.01 * Double($0), [odd, down][$0 % 2]) },
            ["a", "b", "c", "d", "e", "f"])
        #expect(many.hasPrefix("a beats all 5 others, the nearest, b, by 2.1 points (95 % interval "))
    }

    @Test("a tie says how large the difference is and how many seeds would tell")
    func tie() throws {
        let words = try sentence([sample(0.971, up), sample(0.970, down)], ["adam", "momentum"])
        #expect(
            words.hasPrefix("adam and momentum cannot be told apart (a difference of 0.1 points, 95 % interval −0."))
        #expect(words.contains("); very roughly "))
        #expect(words.hasSuffix(" seeds each would tell them apart (power 80 %)."))
        let equal = try sentence([sample(0.97, up), sample(0.97, up), sample(0.97, up)], ["a", "b", "c"])
        #expect(equal == "a, b and c cannot be told apart (all 3 have the same mean).")
        let first = try sentence(
            [sample(0.97, up), sample(0.97, up), sample(0.969, down)], ["a", "b", "c"])
        #expect(first == "a, b and c cannot be told apart (a and b have the same mean).")
        let firsts = try sentence(
            (0..<12).map { sample($0 < 10 ? 0.97 : 0.969, $0 < 10 ? up : down) }, (0..<12).map { "c\($0)" })
        #expect(firsts == "c0 and 11 others cannot be told apart (the first 10 have the same mean).")
        let two = try sentence([sample(0.97, up), sample(0.97, up)], ["a", "b"])
        #expect(two == "a and b cannot be told apart (they have the same mean).")
        let large = try sentence(
            (0..<6).map { sample(0.97, [up, down, odd][$0 % 3]) }, ["a", "b", "c", "d", "e", "f"])
        #expect(large.hasPrefix("a and 5 others cannot be told apart"))
    }

    @Test("who has the better mean over its own seeds need not be ahead over those that both have")
    func reversal() throws {
        let best = SeedSample([(seed: 1, value: 0.98), (seed: 2, value: 0.99)])
        let ahead = try sentence([best, SeedSample([0.985, 0.991, 0.97])], ["a", "b"])
        #expect(
            ahead.hasPrefix(
                "a and b cannot be told apart (a has the better mean, but over the 2 seeds that both have b is ahead by 0.3"
            ))
        #expect(!ahead.contains("−0.3") && !ahead.contains("would tell"))
        let level = try sentence([best, SeedSample([0.98, 0.99, 0.9])], ["a", "b"])
        #expect(
            level
                == "a and b cannot be told apart (a has the better mean, but over the 2 seeds that both have they are "
                + "equal).")
    }

    @Test("what differs is not called equal because another varies by orders of magnitude")
    func wildThird() throws {
        let words = try sentence(
            [SeedSample([0.18, 0.15, 0.21]), SeedSample([0.61, 1.22, 0.26]), SeedSample([1.1e11, 2.8e6, 1.6e12])],
            ["a", "b", "c"], unit: .magnitude, goal: .minimize)
        #expect(words.hasPrefix("a, b and c cannot be told apart (a is ahead of b by "), "\(words)")
    }

    @Test("what has one seed is said to be open")
    func undecided() throws {
        let words = try sentence(
            [sample(0.971, up), sample(0.953, odd), SeedSample([0.99])], ["adam", "sgd", "rprop"])
        #expect(words.hasPrefix("adam beats sgd by 1.8 points"))
        #expect(words.hasSuffix("); rprop has too few seeds to be compared with adam."))
    }

    @Test("losses are plain numbers, and the lower one wins")
    func losses() throws {
        let words = try sentence(
            [sample(0.971, up), sample(0.953, odd)], ["adam", "sgd"], unit: .plain, goal: .minimize)
        #expect(words == "sgd beats adam by 0.018 (95 % interval 0.011…0.025).")
    }

    @Test("no difference of shares is given more than 100 points")
    func impossible() throws {
        let words = try sentence([SeedSample([0.96, 0.99]), SeedSample([0.1, 0.11])], ["adam", "sgd"])
        #expect(words.hasPrefix("adam beats sgd by 87 points (95 % interval ") && words.hasSuffix("…100)."), "\(words)")
    }

    @Test("where two seeds do not know their spread, no interval is given")
    func twoSeeds() throws {
        let shares = try sentence([SeedSample([0.7, 0.8]), SeedSample([0.6, 0.65])], ["adam", "sgd"])
        #expect(shares.hasPrefix("adam and sgd cannot be told apart (a difference of "))
        #expect(shares.contains("12.5 points, too few seeds for an interval); very roughly "))
        let losses = try sentence(
            [SeedSample([0.7, 0.8]), SeedSample([0.6, 0.65])], ["adam", "sgd"], unit: .plain, goal: .minimize)
        #expect(losses.contains("(a difference of 0.125, too few seeds for an interval)"))
    }

    @Test("a single configuration is the only one")
    func single() throws {
        #expect(try sentence([sample(0.9, up)], ["adam"]) == "adam is the only configuration.")
    }
}
