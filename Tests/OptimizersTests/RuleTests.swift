import Foundation
import Optimizers
import Settings
import Testing

/// The rules' formulas, said once more in plain loops.
@Suite struct RuleTests {
    private static let count = 67
    private static let learningRate = 0.05

    /// The parameters after each of `steps`, under gradients that do not depend on them.
    private static func course(
        _ rule: any OptimizerRule, weightDecay: Double = 0, steps: Int = 9, gradients: (Int) -> [Float] = gradients
    ) -> [[Float]] {
        let optimizer = Optimizer(
            rule, parameterCount: count, groups: [ParameterGroup(ranges: [0..<count], weightDecay: weightDecay)])
        var parameters = noise(count, seed: 7)
        return (0..<steps).map { step in
            optimizer.step(&parameters, gradients(step), learningRate: learningRate)
            return parameters
        }
    }

    private static func gradients(_ step: Int) -> [Float] { noise(count, seed: UInt64(40 + step)) }

    @Test("sgd with Nesterov's momentum has the bits of a plain loop")
    func sgd() throws {
        var w = noise(Self.count, seed: 7)
        var buffer = [Float](repeating: 0, count: Self.count)
        let rule = try OptimizerKind.sgd.rule(["momentum": .double(0.9), "nesterov": .bool(true)])
        for (step, parameters) in Self.course(rule, weightDecay: 0.01).enumerated() {
            let g = Self.gradients(step)
            for i in w.indices {
                let gradient = g[i] + Float(0.01) * w[i]
                buffer[i] = Float(0.9) * buffer[i] + gradient
                w[i] = w[i] - Float(Self.learningRate) * (gradient + Float(0.9) * buffer[i])
            }
            #expect(parameters == w, "step \(step + 1)")
        }
    }

    @Test("adam has the bits of a plain loop")
    func adam() throws {
        var w = noise(Self.count, seed: 7)
        var (m, v) = ([Float](repeating: 0, count: Self.count), [Float](repeating: 0, count: Self.count))
        for (step, parameters) in Self.course(try OptimizerKind.adam.rule()).enumerated() {
            let root = (1 - pow(0.999, Double(step + 1))).squareRoot()
            let size = Float(Self.learningRate * root / (1 - pow(0.9, Double(step + 1))))
            let g = Self.gradients(step)
            for i in w.indices {
                m[i] = m[i] + (g[i] - m[i]) * Float(1 - 0.9)
                v[i] = v[i] * Float(0.999) + Float(1 - 0.999) * (g[i] * g[i])
                w[i] = w[i] - size * (m[i] / (v[i].squareRoot() + Float(1e-8 * root)))
            }
            #expect(parameters == w, "step \(step + 1)")
        }
    }

    @Test(
        "a decoupled weight decay scales the parameters by 1 − γ·λ and leaves the rest of the step alone",
        arguments: [
            (OptimizerKind.adamw, [:]), (.adamw, ["amsgrad": .bool(true)]),
            (.nadam, ["decoupled_weight_decay": .bool(true)]), (.radam, ["decoupled_weight_decay": .bool(true)]),
        ] as [(OptimizerKind, [String: SettingValue])])
    func decoupled(kind: OptimizerKind, options: [String: SettingValue]) throws {
        let rule = try kind.rule(options)
        let plain = [noise(Self.count, seed: 7)] + Self.course(rule)
        var expected = plain[0].map(Double.init)
        for (step, parameters) in Self.course(rule, weightDecay: 0.2).enumerated() {
            for i in expected.indices {
                let change = Double(plain[step + 1][i]) - Double(plain[step][i])
                expected[i] = expected[i] * (1 - Self.learningRate * 0.2) + change
                // Both courses are rounded to Float in each step.
                #expect(abs(Double(parameters[i]) - expected[i]) < 2e-6)
            }
        }
    }

    @Test("sparse_adam leaves entries with a zero gradient as they are, and takes Adam's step elsewhere")
    func sparseAdam() throws {
        func sparse(_ step: Int) -> [Float] {
            Self.gradients(step).enumerated().map { ($0 + step) % 3 == 0 ? $1 : 0 }
        }
        var w = noise(Self.count, seed: 7).map(Double.init)
        var (m, v) = ([Double](repeating: 0, count: Self.count), [Double](repeating: 0, count: Self.count))
        let course = Self.course(try OptimizerKind.sparseAdam.rule(), gradients: sparse)
        for (step, parameters) in course.enumerated() {
            let g = sparse(step).map(Double.init)
            let size =
                Self.learningRate * (1 - pow(0.999, Double(step + 1))).squareRoot() / (1 - pow(0.9, Double(step + 1)))
            for i in w.indices where g[i] != 0 {
                m[i] = 0.9 * m[i] + 0.1 * g[i]
                v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i]
                w[i] -= size * m[i] / (v[i].squareRoot() + 1e-8)
            }
            // Rounding to Float in each step.
            for i in w.indices { #expect(abs(Double(parameters[i]) - w[i]) < 1e-6, "step \(step + 1), element \(i)") }
            let before = step == 0 ? noise(Self.count, seed: 7) : course[step - 1]
            for i in w.indices where g[i] == 0 { #expect(parameters[i] == before[i]) }
        }
    }

    @Test("a centred rmsprop stays finite where gradients never change")
    func constantGradient() throws {
        // The difference v − ḡ² tends to 0, and rounding makes it negative from about step 135 on.
        let rule = try OptimizerKind.rmsprop.rule(["centered": .bool(true), "alpha": .double(0.9)])
        let gradients = noise(Self.count, seed: 9)
        let last = try #require(Self.course(rule, steps: 300) { _ in gradients }.last)
        #expect(last.allSatisfy { $0.isFinite })
    }

    @Test("asgd keeps the average of the parameters after its start")
    func average() throws {
        let optimizer = Optimizer(try OptimizerKind.asgd.rule(["t0": .int(3)]), parameterCount: 1)
        var parameter: [Float] = [1]
        var later: [Double] = []
        for step in 1...9 {
            optimizer.step(&parameter, [Float(step)], learningRate: 0.01)
            // μ is 1 up to the fifth step, which begins the average anew.
            if step >= 5 { later.append(Double(parameter[0])) }
        }
        let average = try #require(optimizer.exportState().buffers["ax"]?.first)
        #expect(abs(Double(average) - later.reduce(0, +) / Double(later.count)) < 1e-6)
    }

    @Test("rprop's step grows while the gradient keeps its sign, shrinks when it turns, and waits a step then")
    func rprop() throws {
        let optimizer = Optimizer(try OptimizerKind.rprop.rule(), parameterCount: 1)
        var parameter: [Float] = [0]
        var course: [Float] = []
        for gradient: Float in [1, 3, -1, -1] {
            optimizer.step(&parameter, [gradient], learningRate: 0.5)
            course.append(parameter[0])
        }
        // 0.5, then 0.5·1.2; the turn halves it and is not followed; then on with 0.3, the other way.
        let expected: [Float] = [-0.5, -1.1, -1.1, -0.8]
        for (value, wanted) in zip(course, expected) { #expect(abs(value - wanted) < 1e-6) }
    }

    @Test("lbfgs trains only its ranges, and both of its ways reach the minimum of a bowl")
    func lbfgs() throws {
        for options in [[:], ["line_search_fn": SettingValue.string("strong_wolfe")]] {
            let optimizer = LBFGSOptimizer(
                try OptimizerKind.lbfgs.fullBatchRule(options), parameterCount: 4, ranges: [0..<1, 2..<4])
            var parameters: [Float] = [3, 3, 3, 3]
            for _ in 0..<3 {
                optimizer.step(&parameters, learningRate: 1) { w in
                    let scales: [Float] = [1, 2, 3, 10]
                    let loss = zip(w, scales).reduce(0.0) { $0 + Double($1.1) * Double($1.0 * $1.0) / 2 }
                    return (loss, zip(w, scales).map { $0 * $1 })
                }
            }
            #expect(parameters[1] == 3)
            for index in [0, 2, 3] { #expect(abs(parameters[index]) < 1e-3, "\(options)") }
        }
    }

    @Test("a loss that is not a number ends a step of lbfgs without a trap")
    func lbfgsDiverges() throws {
        for options in [[:], ["line_search_fn": SettingValue.string("strong_wolfe")]] {
            for value in [Double.nan, .infinity] {
                let optimizer = LBFGSOptimizer(try OptimizerKind.lbfgs.fullBatchRule(options), parameterCount: 1)
                var parameter: [Float] = [1]
                var evaluations = 0
                optimizer.step(&parameter, learningRate: 1) { w in
                    evaluations += 1
                    return evaluations == 1 ? (1, w) : (value, [Float(value)])
                }
                #expect(evaluations <= 30)
            }
        }
    }
}
