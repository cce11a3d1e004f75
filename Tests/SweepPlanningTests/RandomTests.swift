import Foundation
import Randomness
import Settings
import Sweeps
import Testing

@testable import SweepPlanning

@Suite("Random search")
struct RandomTests {
    private let count = 4_000

    private func draws(_ domain: ParameterDomain) throws -> [SettingValue] {
        let sampler = RandomSampler(spaces: [SearchSpace([.init(name: "x", domain: domain)])], seed: 1)
        return try (0..<count).map { number in
            var stream = sampler.stream(number)
            return try sampler.draw(&stream)[0].value
        }
    }

    /// The greatest distance between the part of draws below a value and the distribution function there.
    private func distance(_ domain: ParameterDomain, _ cumulative: (Double) -> Double) throws -> Double {
        let values = try draws(domain).compactMap(\.number).sorted()
        #expect(values.count == count)
        return values.enumerated().map { abs(cumulative($0.element) - (Double($0.offset) + 0.5) / Double(count)) }
            .max() ?? 1
    }

    /// Kolmogorov's bound for 4000 draws, which a right sampler exceeds once in 1000 seeds.
    private let bound = 1.95 / 4_000.0.squareRoot()

    @Test("draws follow the distribution function that the file names")
    func distributions() throws {
        func normal(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }
        typealias Distribution = ParameterDomain.Distribution
        let cases: [(Distribution, (Double) -> Double)] = [
            (.uniform(min: -1, max: 3), { ($0 + 1) / 4 }),
            (.logUniform(min: 1e-4, max: 1), { log($0 / 1e-4) / log(1e4) }),
            (.inverseLogUniform(min: 1e-4, max: 1), { log($0 / 1e-4) / log(1e4) }),
            (.normal(mean: 2, deviation: 3), { normal(($0 - 2) / 3) }),
            (.logNormal(mean: 1, deviation: 0.5), { normal((log($0) - 1) / 0.5) }),
            // Beta(2, 3): F(x) = x²·(6 − 8x + 3x²).
            (.beta(a: 2, b: 3), { $0 * $0 * (6 - 8 * $0 + 3 * $0 * $0) }),
            // Beta(½, 1): F(x) = √x.
            (.beta(a: 0.5, b: 1), { $0.squareRoot() }),
        ]
        for (distribution, cumulative) in cases {
            let distance = try distance(.continuous(distribution, quantum: nil), cumulative)
            #expect(distance < bound, "\(distribution)")
        }
    }

    @Test("quantiles are those of the tables, in the tails too")
    func quantiles() {
        typealias Distribution = ParameterDomain.Distribution
        #expect(abs(NormalDistribution.quantile(0.975) - 1.959963984540054) < 1e-14)
        #expect(abs(NormalDistribution.quantile(1e-10) + 6.361340902404056) < 1e-13)
        #expect(abs(NormalDistribution.quantile(0.5)) < 1e-15)
        #expect(abs(BetaDistribution(a: 2, b: 2).quantile(0.5) - 0.5) < 1e-14)
        // Beta(1, b): 1 − (1 − u)^(1/b).
        #expect(abs(BetaDistribution(a: 1, b: 7).quantile(0.3) - (1 - pow(0.7, 1 / 7.0))) < 1e-14)
        // Beta(a, 1): u^(1/a), here far below the smallest step near 1.
        #expect(abs(BetaDistribution(a: 0.01, b: 1).quantile(0.001) / 1e-300 - 1) < 1e-10)
        #expect(BetaDistribution(a: 300, b: 500).quantile(0.5) > 0.37)
        #expect(Distribution.uniform(min: -1e308, max: 1e308).quantile(0.5).magnitude < 1e300)
        #expect(
            Distribution.inverseLogUniform(min: 1, max: 100).quantile(0.25)
                == Distribution.logUniform(
                    min: 1, max: 100
                ).quantile(0.75))
    }

    @Test("values, choices and whole numbers are drawn as often as they should be")
    func frequencies() throws {
        func part(_ domain: ParameterDomain, _ value: SettingValue) throws -> Double {
            Double(try draws(domain).count { $0 == value }) / Double(count)
        }
        // Four deviations of a share p are at most 4·√(¼/4000) ≈ 0.032.
        let tolerance = 0.032
        #expect(abs(try part(.values([.int(1), .int(2), .int(3), .int(4)]), .int(3)) - 0.25) < tolerance)
        let weighted = ParameterDomain.weightedValues(
            [.int(1), .int(2), .int(3)], probabilities: [0.7, 0, 0.3])
        #expect(abs(try part(weighted, .int(1)) - 0.7) < tolerance)
        #expect(try part(weighted, .int(2)) == 0)
        #expect(abs(try part(.integers(min: -2, max: 2), .int(-2)) - 0.2) < tolerance)
        #expect(abs(try part(.integers(min: -2, max: 2), .int(2)) - 0.2) < tolerance)
        let choices = ParameterDomain.choices([
            .init(name: "a", subspace: SearchSpace()), .init(name: "b", subspace: SearchSpace()),
        ])
        #expect(abs(try part(choices, .string("b")) - 0.5) < tolerance)
        #expect(Set(try draws(.integers(min: .min, max: .max))).count == count)
        #expect(try Set(draws(.constant(.string("x")))) == [.string("x")])
    }

    @Test("quantized values are multiples, with ties to the even one")
    func quantized() throws {
        #expect(RandomSampler.quantized(2.5, 1) == 2)
        #expect(RandomSampler.quantized(0.34, 0.1) == 0.3)
        #expect(RandomSampler.quantized(7, 5) == 5)
        #expect(RandomSampler.quantized(1e300, 1e-10) == 1e300)
        let values = try draws(.continuous(.uniform(min: 0, max: 2), quantum: 1))
        #expect(Set(values) == [.int(0), .int(1), .int(2)])
    }

    @Test("a distribution beyond the numbers is refused")
    func tooLarge() throws {
        let error = try #require(throws: SettingError.self) {
            try draws(.continuous(.logNormal(mean: 1000, deviation: 1), quantum: nil))
        }
        #expect(
            error.description
                == "'x': its distribution gives numbers that are too large; make 'mu' or 'sigma' smaller.")
    }
}
