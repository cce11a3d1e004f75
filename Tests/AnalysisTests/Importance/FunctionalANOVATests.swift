import Analysis
import Foundation
import Randomness
import Settings
import Testing

@Suite("Importance of parameters")
struct FunctionalANOVATests {
    /// Configurations drawn evenly, each parameter in 0..<1, with an objective of a known function and a little noise.
    private func study(
        _ count: Int, parameters: Int, seed: UInt64 = 3, noise: Double = 0.02, _ function: ([Double]) -> Double
    ) -> FunctionalANOVA? {
        var stream = RandomStream(seed: seed, .data)
        let points = (0..<count).map { _ in (0..<parameters).map { _ in stream.uniform() } }
        let columns = (0..<parameters).map { index in
            ParameterColumn(name: "p\(index)", values: points.map { .number($0[index]) })
        }
        return FunctionalANOVA(columns, objective: points.map { function($0) + noise * stream.normal() })
    }

    private func share(_ name: String, _ result: FunctionalANOVA) -> Double {
        result.parameters.first { $0.parameter == name }?.share.mean ?? .nan
    }

    @Test("of an additive function each parameter has the share that one calculates")
    func additive() throws {
        // Variances 4/12 and 1/12.
        let result = try #require(study(600, parameters: 3) { 2 * $0[0] + $0[1] })
        #expect(abs(share("p0", result) - 0.8) < 0.05)
        #expect(abs(share("p1", result) - 0.2) < 0.05)
        #expect(share("p2", result) < 0.01)
        #expect(result.parameters.map(\.parameter) == ["p0", "p1", "p2"])
        #expect(result.interactions.allSatisfy { $0.share.mean < 0.02 })
        #expect(result.explained > 0.95)
    }

    @Test("of a function of one parameter that one has all, and the others have none")
    func single() throws {
        let result = try #require(study(300, parameters: 4) { 3 * ($0[2] - 0.5) * ($0[2] - 0.5) })
        #expect(result.parameters.first?.parameter == "p2")
        #expect(share("p2", result) > 0.95)
        for name in ["p0", "p1", "p3"] { #expect(share(name, result) < 0.005) }
        #expect(result.interactions.allSatisfy { $0.share.mean < 0.02 })
    }

    @Test("learning rates over decades count by their logarithms: each decade as much as the next")
    func logarithmic() throws {
        var stream = RandomStream(seed: 6, .data)
        let points = (0..<500).map { _ in (rate: pow(10, -5 + 4 * stream.uniform()), width: stream.uniform()) }
        let columns = [
            ParameterColumn(name: "lr", values: points.map { .number($0.rate) }),
            ParameterColumn(name: "width", values: points.map { .number($0.width) }),
        ]
        // Alone, a parabola over log lr around 1e-3, in −2...2: variance 64/45; a straight line in the width: 4/12.
        let result = try #require(
            FunctionalANOVA(columns, objective: points.map { -pow(log10($0.rate) + 3, 2) + 2 * $0.width }))
        #expect(abs(share("lr", result) - 64.0 / 45 / (64.0 / 45 + 1.0 / 3)) < 0.05)
        let curve = try #require(result.parameters.first { $0.parameter == "lr" }).effect
        let best = try #require(curve.max { $0.mean < $1.mean }?.level.number)
        #expect(abs(log10(best) + 3) < 0.35)
    }

    @Test("of a product around its middle all lies in the interaction")
    func interaction() throws {
        let result = try #require(study(800, parameters: 3, noise: 0.005) { ($0[0] - 0.5) * ($0[1] - 0.5) })
        let pair = try #require(result.interactions.first)
        #expect((pair.first, pair.second) == ("p0", "p1"))
        #expect(pair.share.mean > 0.75)
        for name in ["p0", "p1", "p2"] { #expect(share(name, result) < 0.06) }
    }

    @Test("where nothing matters the forest says that it explains nothing")
    func noise() throws {
        let result = try #require(study(300, parameters: 3, noise: 1) { _ in 0 })
        #expect(result.explained < 0.05)
    }

    @Test("an effect curve follows the function, at the middles of its ranges")
    func effect() throws {
        let result = try #require(study(600, parameters: 2) { 2 * $0[0] + $0[1] })
        let curve = try #require(result.parameters.first).effect
        #expect(curve.count == ParameterColumn.rangeCount)
        for point in curve {
            let middle = try #require(point.level.number)
            #expect(abs(point.mean - (2 * middle + 0.5)) < 0.12)
            #expect(point.deviation < 0.1)
        }
    }

    @Test("a parameter of one branch matters there: as an interaction with the choice, and a little alone")
    func conditional() throws {
        var stream = RandomStream(seed: 8, .data)
        var optimizers: [SettingValue?] = []
        var betas: [SettingValue?] = []
        var idle: [SettingValue?] = []
        var objective: [Double] = []
        for _ in 0..<600 {
            let isMomentum = stream.below(2) == 0
            let beta = stream.uniform()
            optimizers.append(.string(isMomentum ? "momentum" : "sgd"))
            betas.append(isMomentum ? .number(beta) : nil)
            idle.append(isMomentum ? nil : .number(stream.uniform()))
            objective.append(isMomentum ? beta : 0.5)
        }
        let columns = [
            ParameterColumn(name: "optimizer", values: optimizers), ParameterColumn(name: "beta", values: betas),
            ParameterColumn(name: "idle", values: idle),
        ]
        let result = try #require(FunctionalANOVA(columns, objective: objective))
        // Extended: β·[momentum] + ½·[sgd]. Var = 1/24; alone, β/2 + ¼ has Var 1/48, the choice 0: one half each.
        #expect(abs(share("beta", result) - 0.5) < 0.08)
        #expect(share("optimizer", result) < 0.02)
        #expect(share("idle", result) < 0.02)
        let pair = try #require(result.interactions.first)
        #expect(Set([pair.first, pair.second]) == ["optimizer", "beta"])
        #expect(abs(pair.share.mean - 0.5) < 0.12)
    }

    @Test("choices without an order are told apart wherever they stand")
    func categories() throws {
        var stream = RandomStream(seed: 4, .data)
        let names = ["a", "b", "c", "d", "e"]
        let values = (0..<200).map { _ in names[Int(stream.below(5))] }
        let columns = [ParameterColumn(name: "kind", values: values.map { .string($0) })]
        let result = try #require(
            FunctionalANOVA(columns, objective: values.map { ["b", "e"].contains($0) ? 1 : 0 }))
        let effect = try #require(result.parameters.first).effect
        for point in effect {
            guard case .setting(let setting) = point.level else { continue }
            #expect(agree(point.mean, ["b", "e"].contains(setting.text) ? 1 : 0))
        }
        #expect(effect.count == 5)
    }

    @Test("the same configurations give the same bits")
    func reproducible() throws {
        let first = try #require(study(150, parameters: 4) { $0[0] * $0[1] })
        let second = try #require(study(150, parameters: 4) { $0[0] * $0[1] })
        #expect(first.parameters == second.parameters)
        #expect(first.interactions == second.interactions)
    }

    @Test("without variance, without parameters or with a single configuration there is nothing to study")
    func nothing() {
        let column = ParameterColumn(name: "p", values: [.int(1), .int(2), .int(3)])
        let constant = ParameterColumn(name: "q", values: [.int(1), .int(1), .int(1)])
        #expect(FunctionalANOVA([column], objective: [1, 1, 1]) == nil)
        #expect(FunctionalANOVA([constant], objective: [1, 2, 3]) == nil)
        #expect(FunctionalANOVA([], objective: [1, 2, 3]) == nil)
        #expect(FunctionalANOVA([column], objective: [1, .nan, .infinity]) == nil)
        #expect(FunctionalANOVA([column], objective: [1e300, -1e300, 1e300]) == nil)
    }
}
