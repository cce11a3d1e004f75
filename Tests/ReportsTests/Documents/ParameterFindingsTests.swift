import Analysis
import Reports
import Settings
import SweepViews
import Sweeps
import Testing

@Suite("What parameters do") struct ParameterFindingsTests {
    /// Every combination, with an accuracy of a known function.
    private func grid(_ value: (Double, Double, String) -> Double) -> [SweepView.TrialResult] {
        var trials: [SweepView.TrialResult] = []
        for first in 0..<6 {
            for second in 0..<6 {
                for kind in ["a", "b", "c"] {
                    let mean = value(Double(first), Double(second), kind)
                    trials += seeds(
                        trials.count / 2 + 1, ["x": .int(first), "y": .int(second), "kind": .string(kind)],
                        [mean - 0.0001, mean + 0.0001])
                }
            }
        }
        return trials
    }

    private func share(_ name: String, _ findings: ParameterFindings) -> Double {
        findings.parameters.first { $0.name == name }?.share?.mean ?? .nan
    }

    @Test("only one parameter matters: it has all importance, the others none")
    func single() throws {
        let findings = try #require(report(grid { x, _, _ in 0.5 + 0.05 * x }).findings)
        #expect(findings.parameters[0].name == "x" && share("x", findings) > 0.97)
        #expect(share("y", findings) < 0.01 && share("kind", findings) < 0.01)
        #expect(findings.interactions.isEmpty && findings.reliability == .high)
        #expect(findings.parameters[0].levels.map(\.words) == ["0", "1", "2", "3", "4", "5"])
        let last = try #require(findings.parameters[0].levels.last)
        // Of a whole grid the forest predicts the mean; it smooths a little between neighbours.
        #expect(findings.parameters[0].levels.allSatisfy { abs(($0.effect ?? .nan) - $0.mean) < 0.03 })
        #expect(last.isWinners && last.count == 18 && abs(last.mean - 0.75) < 1e-9 && abs(last.best - 0.75) < 1e-9)
    }

    @Test("what only a pair does is said of the pair")
    func pair() throws {
        let one = report(grid { x, y, _ in 0.5 + 0.02 * (x - 2.5) * (y - 2.5) })
        let findings = try #require(one.findings)
        let first = try #require(findings.interactions.first)
        #expect(Set([first.first, first.second]) == ["x", "y"] && first.share.mean > 0.6)
        #expect(markdown(one).contains("Beyond that, what one parameter does depends on another: x with y ("))
    }

    @Test("where nothing is explained no share is shown")
    func noise() throws {
        var state: UInt64 = 42
        let noisy = grid { _, _, _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return 0.5 + Double(state >> 40) / Double(1 << 26)
        }
        let one = report(noisy)
        let findings = try #require(one.findings)
        #expect(findings.reliability == .none && findings.parameters.allSatisfy { $0.share == nil })
        #expect(findings.parameters.allSatisfy { $0.levels.allSatisfy { $0.effect == nil } })
        #expect(markdown(one).contains("a model of these 108 configurations predicts next to nothing about one"))
        #expect(!markdown(one).contains("importance |"))
    }

    @Test("a single parameter is left to the ranking")
    func alone() {
        let trials = [8, 64, 128].enumerated().flatMap {
            seeds($0 + 1, ["batch_size": .int($1)], [0.9, 0.92 - 0.01 * Double($0)])
        }
        #expect(markdown(report(trials)).contains("Only batch_size varies, so the ranking says what it does."))
    }

    @Test("names that were tried in one configuration each are left to the ranking")
    func namesOnce() {
        let trials = [("sgd", 1.0), ("momentum", 1), ("adam", 0.01), ("nadam", 0.01)].enumerated().flatMap {
            seeds(
                $0 + 1, ["optimizer": .string($1.0), "lr": .number($1.1)], [0.9, 0.92 - 0.01 * Double($0)])
        }
        let text = markdown(report(trials))
        #expect(
            text.contains(
                "Most values of optimizer were tried in one configuration each, so the ranking says what they do."))
        #expect(!text.contains("mean with it"))
    }

    @Test("numbers come before names, and rare names are gathered")
    func mixed() throws {
        let sizes: [SettingValue] = [64, "full", 8]
        let trials = sizes.enumerated().flatMap { place, size in
            [0.1, 0.2].enumerated().flatMap { index, rate in
                seeds(2 * place + index + 1, ["batch_size": size, "lr": .number(rate)], [0.9, 0.91])
            }
        }
        let findings = try #require(report(trials).findings)
        #expect(findings.parameters.first { $0.name == "batch_size" }?.levels.map(\.words) == ["8", "64", "full"])
        let many = (1...30).flatMap { seeds($0, ["kind": .string("k\($0)"), "lr": 0.1], [0.9 + 0.001 * Double($0)]) }
        let levels = try #require(report(many).findings).parameters[0].levels
        #expect(levels.count == 10 && levels.last?.words == "21 others")
    }
}
