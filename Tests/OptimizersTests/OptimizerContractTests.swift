import Optimizers
import Settings
import Testing

@Suite struct OptimizerContractTests {
    @Test("the same inputs give the same bits", arguments: Variant.all)
    func repeatable(_ variant: Variant) throws {
        var first = try Trainee(variant.kind, variant.options)
        var second = try Trainee(variant.kind, variant.options)
        first.train(steps: 12)
        second.train(steps: 12)
        #expect(first.parameters == second.parameters)
        #expect(first.exportState() == second.exportState())
    }

    @Test("a state saved and loaded in mid-course gives the same next steps, bit for bit", arguments: Variant.all)
    func resumes(_ variant: Variant) throws {
        // Twelve steps: radam's rule changes after the fifth.
        for pause in [0, 1, 4, 7] {
            var undisturbed = try Trainee(variant.kind, variant.options)
            undisturbed.train(steps: pause)
            var resumed = try Trainee(variant.kind, variant.options)
            try resumed.goOn(from: undisturbed)
            #expect(resumed.exportState() == undisturbed.exportState())
            undisturbed.train(steps: 12 - pause)
            resumed.train(steps: 12 - pause)
            #expect(resumed.parameters == undisturbed.parameters, "after \(pause) steps")
            #expect(resumed.exportState() == undisturbed.exportState(), "after \(pause) steps")
        }
    }

    @Test("the loss falls to a small part", arguments: Variant.all)
    func learns(_ variant: Variant) throws {
        // What suits a bowl whose curvature is about 1; adadelta and radam begin slowly.
        let rates: [OptimizerKind: Double] = [
            .sgd: 0.1, .momentum: 0.1, .asgd: 0.1, .adagrad: 0.2, .adadelta: 20, .rprop: 0.1, .lbfgs: 1, .radam: 0.1,
        ]
        var trainee = try Trainee(
            variant.kind, variant.options, learningRate: rates[variant.kind] ?? 0.02, noisiness: 0)
        let before = trainee.loss
        trainee.train(steps: 150)
        #expect(trainee.loss < before / 20)
    }

    @Test("how the parameters are cut into ranges changes no bit", arguments: Variant.perStep)
    func ranges(_ variant: Variant) throws {
        let count = 203
        let rule = try variant.kind.rule(variant.options)
        // Single elements take a pass's scalar tail, the whole takes its vectors.
        let cuts = [
            [0..<count], [0..<64, 64..<128, 128..<count], [100..<count, 0..<1, 1..<100],
            (0..<count).map { $0..<$0 + 1 },
        ]
        var results: [[Float]] = []
        for cut in cuts {
            let optimizer = Optimizer(
                rule, parameterCount: count, groups: [ParameterGroup(ranges: [0..<count], weightDecay: 0.01)])
            var parameters = noise(count, seed: 5)
            for step in 0..<8 {
                optimizer.step(&parameters, noise(count, seed: UInt64(10 + step)), learningRate: 0.01, ranges: cut)
            }
            results.append(parameters)
            #expect(parameters == results[0], "\(cut.count) ranges")
            #expect(parameters.allSatisfy { $0.isFinite })
        }
    }

    @Test(
        "the weight decay λ adds λ·w to the gradient, but for adamw and where there is none", arguments: Variant.perStep
    )
    func weightDecay(_ variant: Variant) throws {
        let hasL2 = ![OptimizerKind.adamw, .rprop, .sparseAdam].contains(variant.kind)
        let (count, decay) = (19, 0.125)
        let rule = try variant.kind.rule(variant.options)
        let decayed = Optimizer(
            rule, parameterCount: count, groups: [ParameterGroup(ranges: [0..<count], weightDecay: decay)])
        let plain = Optimizer(rule, parameterCount: count)
        var (first, second) = (noise(count, seed: 6), noise(count, seed: 6))
        for step in 0..<8 {
            let gradients = noise(count, seed: UInt64(20 + step))
            let penalized = hasL2 ? zip(gradients, second).map { $0 + Float(decay) * $1 } : gradients
            decayed.step(&first, gradients, learningRate: 0.01)
            plain.step(&second, penalized, learningRate: 0.01)
        }
        if variant.kind == .adamw {
            #expect(first != second)
        } else {
            #expect(first == second)
        }
    }

    @Test("an option that a kind does not know is refused by name", arguments: OptimizerKind.allCases)
    func unknownOption(_ kind: OptimizerKind) throws {
        for name in ["foreach", "maximize", "lr", "weight_decay"] {
            var reader = SettingReader(["name": .string(kind.rawValue), name: .int(1)], path: "optimizer")
            #expect(try OptimizerKind(&reader) == kind)
            let error = try #require(throws: SettingError.self) { try kind.makeMethod(&reader) }
            let what = ["lr", "weight_decay"].contains(name) ? "option" : "setting"
            #expect(error.description.hasPrefix("'optimizer.\(name)': no such \(what); "))
        }
    }

    @Test("a state with a buffer too few, too many or too short is refused by name", arguments: Variant.all)
    func wrongState(_ variant: Variant) throws {
        var trainee = try Trainee(variant.kind, variant.options)
        trainee.train(steps: 2)
        let state = trainee.exportState()
        func refusal(_ change: (inout OptimizerState) -> Void) throws -> String {
            var changed = state
            change(&changed)
            var reader = SettingReader(variant.options)
            let error = try #require(throws: OptimizerStateError.self) {
                switch try variant.kind.makeMethod(&reader) {
                case .perStep(let rule): try Optimizer(rule, parameterCount: 37).importState(changed)
                case .fullBatch(let rule): try LBFGSOptimizer(rule, parameterCount: 37).importState(changed)
                }
            }
            return error.description
        }
        #expect(
            try refusal { $0.buffers["else"] = [] }.hasPrefix(
                "the saved state has 'else', which is not kept here; kept are: "))
        for name in state.buffers.keys {
            let ending = "; it is of another kind, or was saved with other options."
            #expect(try refusal { $0.buffers[name] = nil } == "the saved state has no '\(name)'" + ending)
            #expect(
                try refusal { $0.buffers[name] = [1] }
                    == "'\(name)' of the saved state has 1 elements; there are 37 parameters.")
        }
        for name in state.numbers.keys {
            #expect(try refusal { $0.numbers[name] = nil }.hasPrefix("the saved state has no '\(name)'"))
        }
    }
}
