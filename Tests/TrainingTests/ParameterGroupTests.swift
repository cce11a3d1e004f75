import Networks
import Optimizers
import Settings
import Tensors
import Testing

@testable import Training

@Suite("Groups of parameters")
struct ParameterGroupTests {
    private let network = Network(Architecture(inputs: 4, hidden: [3, 2], outputs: 1), seed: 1)

    private func groups(_ rules: [ParameterGroupRule]) throws(SettingError) -> [ParameterGroup] {
        try ParameterGroupRule.groups(rules, of: network.layout, weightDecay: 0.1)
    }

    @Test("take the parameters whose names match, the first match counting, the rest in a group of its own")
    func matching() throws {
        let groups = try groups([
            ParameterGroupRule(match: "layers.0.*", learningRateScale: 0.5),
            ParameterGroupRule(match: "*.bias", weightDecay: 0),
        ])
        // 12 + 3 parameters in the first layer, 6 + 2 in the second, 2 + 1 in the third.
        #expect(groups.map(\.ranges) == [[0..<15], [21..<23, 25..<26], [15..<21, 23..<25]])
        #expect(groups.map(\.learningRateScale) == [0.5, 1, 1])
        #expect(groups.map(\.weightDecay) == [0.1, 0, 0.1])
    }

    @Test("are one group where there are no rules, and none is left over where rules take all")
    func borders() throws {
        #expect(try groups([]).map(\.ranges) == [[0..<26]])
        #expect(try groups([ParameterGroupRule(match: "*")]).map(\.ranges) == [[0..<26]])
    }

    @Test("refuse a pattern that no parameter is left for")
    func unmatched() {
        let names = network.layout.entries.map(\.name).joined(separator: ", ")
        #expect {
            try groups([ParameterGroupRule(match: "layers.0.*"), ParameterGroupRule(match: "layers.9.*")])
        } throws: { error in
            "\(error)" == "'param_groups[1].match' is 'layers.9.*'; it matches no parameter; there are: "
                + "\(names)."
        }
    }

    @Test("refuse a pattern whose parameters an earlier one has taken")
    func taken() {
        #expect {
            try groups([ParameterGroupRule(match: "layers.*"), ParameterGroupRule(match: "layers.0.*")])
        } throws: { error in
            "\(error)" == "'param_groups[1].match' is 'layers.0.*'; param_groups[0] comes first and takes all that it "
                + "matches; put it before that."
        }
    }

    @Test("leave frozen parameters as they are and train the others by their own rates")
    func training() throws {
        var training = try SmallTraining(.sgd, epochs: 1)
        training.plan.batchSize = .full
        training.plan.decay = .constant
        func weights(_ rules: [ParameterGroupRule]) throws -> (before: [Float], after: [Float]) {
            training.plan.parameterGroups = rules
            let trainer = try training.trainer()
            let before = trainer.network.parameters.array
            _ = try trainer.run(MeasurementLog().hooks())
            return (before, trainer.network.parameters.array)
        }
        let plain = try weights([])
        let grouped = try weights([
            ParameterGroupRule(match: "layers.0.*", isFrozen: true),
            ParameterGroupRule(match: "layers.1.*", learningRateScale: 0.5),
        ])
        let layout = try training.trainer().network.layout
        for entry in layout.entries {
            for index in entry.range {
                let (whole, part) = (
                    plain.after[index] - plain.before[index], grouped.after[index] - grouped.before[index]
                )
                let share: Float = entry.name.hasPrefix("layers.0") ? 0 : entry.name.hasPrefix("layers.1") ? 0.5 : 1
                // Differences of numbers near 1, each rounded by 6e-8.
                #expect(abs(part - share * whole) < 3e-7, "\(entry.name)")
                if share == 0 { #expect(part == 0) }
            }
        }
    }

    @Test("leave frozen parameters out of the gradient's norm, penalty included")
    func frozenNorm() throws {
        var training = try SmallTraining(.sgd, epochs: 1)
        training.plan.batchSize = .full
        training.plan.l1 = 0.01
        func norm(_ rules: [ParameterGroupRule]) throws -> Double {
            training.plan.parameterGroups = rules
            let log = MeasurementLog()
            _ = try training.trainer().run(log.hooks())
            return try #require(log.entries.first { $0.metric == .gradientNorm }).value
        }
        let whole = try norm([])
        let parts = try ["layers.0.*", "layers.1.*", "layers.2.*"].map { match in
            // All but one layer are frozen.
            try norm([ParameterGroupRule(match: match), ParameterGroupRule(match: "*", isFrozen: true)])
        }
        let sum = parts.reduce(0) { $0 + $1 * $1 }
        #expect(parts.allSatisfy { $0 > 0 })
        // Norms of Double sums over Float gradients that are the same bits.
        #expect(abs(sum - whole * whole) < 1e-9 * sum)
    }

    @Test(
        "are chosen by patterns with stars and question marks",
        arguments: [
            ("*", "", true), ("", "", true), ("", "a", false), ("a*c", "abbc", true), ("a*c", "abcd", false),
            ("a?c", "abc", true), ("a?c", "ac", false), ("*.bias", "layers.0.bias", true), ("**b*", "aab", true),
            ("*ab*ab", "abab", true), ("*ab*ab", "ab", false), ("layers.?.weight", "layers.10.weight", false),
        ])
    func patterns(_ pattern: String, _ text: String, _ fits: Bool) {
        #expect(Glob(pattern).matches(text) == fits)
    }

    @Test("have rates that are measured as their parameters had them, and no other where none is left over")
    func measuredRates() throws {
        func measured(_ rules: [ParameterGroupRule], _ optimizer: OptimizerKind = .sgd) throws -> MeasurementLog {
            var training = try SmallTraining(optimizer, epochs: 2)
            training.plan.decay = .constant
            training.plan.learningRate = 0.25
            training.plan.parameterGroups = rules
            let log = MeasurementLog()
            _ = try training.trainer().run(log.hooks())
            return log
        }
        var reader = SettingReader(["name": .string("linear"), "total_iters": .int(12), "per": .string("step")])
        let perStep = try LearningRateDecay(&reader)
        let first = ParameterGroupRule(match: "layers.0.*", learningRateScale: 0.5, decay: perStep)
        var log = try measured([first, ParameterGroupRule(match: "*.bias", learningRateScale: 2)])
        let steps: [Double] = (0..<12).map { step in 0.125 * (12 + 2 * Double(step)) / 36 }
        for (rate, wanted) in zip(log.values(.learningRate, group: "layers.0.*"), steps) {
            #expect(abs(rate - wanted) < 1e-15)
        }
        #expect(log.values(.learningRate, group: "layers.0.*").count == 12)
        #expect(log.values(.learningRate, group: "*.bias") == [0.5, 0.5])
        #expect(log.values(.learningRate) == [0.25, 0.25])

        log = try measured([first, ParameterGroupRule(match: "*", isFrozen: true)])
        #expect(log.values(.learningRate).isEmpty)
        #expect(log.values(.learningRate, group: "*") == [0, 0])

        log = try measured([ParameterGroupRule(match: "layers.0.*", isFrozen: true)], .lbfgs)
        #expect(log.values(.learningRate, group: "layers.0.*") == [0, 0])
        #expect(log.values(.learningRate) == [0.25, 0.25])
    }
}
