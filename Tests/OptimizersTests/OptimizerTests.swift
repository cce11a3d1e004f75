import Optimizers
import Settings
import Testing

@Suite struct OptimizerTests {
    private static func sgd() throws -> any OptimizerRule { try OptimizerKind.sgd.rule() }

    @Test("a frozen group is left as it is, and its steps do not count")
    func frozen() throws {
        let rule = try OptimizerKind.adam.rule()
        let optimizer = Optimizer(
            rule, parameterCount: 4,
            groups: [ParameterGroup(ranges: [0..<2], isFrozen: true), ParameterGroup(ranges: [2..<4])])
        var parameters: [Float] = [1, 2, 3, 4]
        optimizer.step(&parameters, [1, 1, 1, 1], learningRate: 0.5)
        #expect(parameters[..<2] == [1, 2])
        #expect(parameters[2] != 3 && parameters[3] != 4)
        #expect(optimizer.exportState().numbers == ["groups.0.step": 0, "groups.1.step": 1])
        optimizer.changeGroup(0) { $0.isFrozen = false }
        optimizer.step(&parameters, [1, 1, 0, 0], learningRate: 0.5)
        // Adam's first step is the learning rate.
        #expect(abs(parameters[0] - 0.5) < 1e-6)
    }

    @Test("each group has its own rate, scale and weight decay, on all of its ranges")
    func groups() throws {
        let optimizer = Optimizer(
            try Self.sgd(), parameterCount: 6,
            groups: [
                ParameterGroup(ranges: [0..<1, 4..<5], learningRateScale: 0.5),
                ParameterGroup(ranges: [1..<3], weightDecay: 0.25),
            ])
        var parameters: [Float] = [8, 8, 8, 8, 8, 8]
        parameters.withUnsafeMutableBufferPointer { parameters in
            [Float](repeating: 2, count: 6).withUnsafeBufferPointer {
                optimizer.step(parameters: parameters, gradients: $0, learningRates: [0.5, 0.25])
            }
        }
        // 8 − 0.5·0.5·2 and 8 − 0.25·(2 + 0.25·8); parameters in no group stay.
        #expect(parameters == [7.5, 7, 7, 8, 7.5, 8])
    }

    @Test("a group added later begins as in a new optimizer")
    func addedLater() throws {
        let rule = try OptimizerKind.nadam.rule()
        let optimizer = Optimizer(rule, parameterCount: 4, groups: [ParameterGroup(ranges: [0..<2])])
        var parameters: [Float] = [1, 2, 1, 2]
        for _ in 0..<5 { optimizer.step(&parameters, [0.5, 0.25, 0.5, 0.25], learningRate: 0.1) }
        #expect(parameters[2...] == [1, 2])
        optimizer.add(ParameterGroup(ranges: [2..<4]))
        let first = Array(parameters[..<2])
        for _ in 0..<5 { optimizer.step(&parameters, [0, 0, 0.5, 0.25], learningRate: 0.1) }
        #expect(Array(parameters[2...]) == first)
    }

    @Test("numbers of a state survive as text to the bit")
    func numberTexts() throws {
        let numbers = ["a": 0.1 + 0.2, "b": Double.infinity, "c": -0.0, "d": Double.leastNonzeroMagnitude, "e": 1e300]
        let state = OptimizerState(numbers: numbers)
        let read = try OptimizerState(buffers: [:], numberTexts: state.numberTexts)
        for (name, number) in numbers { #expect(read.numbers[name]?.bitPattern == number.bitPattern) }
    }

    @Test("numbers of a state that are none are refused by name")
    func wrongNumbers() throws {
        let text = try #require(throws: OptimizerStateError.self) {
            try OptimizerState(buffers: [:], numberTexts: ["groups.0.step": "many"])
        }
        #expect(text.description == "'groups.0.step' of the saved state is 'many'; it must be a number.")
        let count = try #require(throws: OptimizerStateError.self) {
            try Optimizer(try Self.sgd(), parameterCount: 1).importState(
                OptimizerState(numbers: ["groups.0.step": 1.5]))
        }
        #expect(
            count.description == "'groups.0.step' of the saved state is 1.5; it must be a whole number of at least 0.")
    }

    @Test("state buffers carry PyTorch's names")
    func names() throws {
        let names: [OptimizerKind: [String]] = [
            .adam: ["exp_avg", "exp_avg_sq"], .adagrad: ["sum"], .adadelta: ["square_avg", "acc_delta"],
            .adamax: ["exp_avg", "exp_inf"], .asgd: ["ax"], .rprop: ["prev", "step_size"], .rmsprop: ["square_avg"],
        ]
        for (kind, expected) in names { #expect(try kind.rule().buffers.map(\.name) == expected) }
    }

    @Test("a network without parameters takes steps")
    func empty() throws {
        var parameters: [Float] = []
        Optimizer(try OptimizerKind.adam.rule(), parameterCount: 0).step(&parameters, [], learningRate: 1)
        #expect(parameters.isEmpty)
    }
}

@Suite struct OptimizerOptionTests {
    @Test(
        "an option outside its range is refused with its rule",
        arguments: [
            (.sgd, "momentum", .double(-0.5), "it must be a number of at least 0."),
            (.sgd, "nesterov", .bool(true), "it needs a momentum above 0 and no dampening."),
            (.momentum, "beta", .int(1), "it must be in 0..<1."),
            (.adam, "betas", .list([.double(0.9)]), "it must be a list of two numbers."),
            (.adam, "eps", .string("small"), "it must be a number of at least 0."),
            (.adamw, "amsgrad", .string("yes"), "it must be true or false."),
            (.rmsprop, "alpha", .int(1), "it must be in 0..<1."),
            (.rmsprop, "momentum", .int(-1), "it must be a number of at least 0."),
            (.adagrad, "lr_decay", .int(-1), "it must be a number of at least 0."),
            (.adadelta, "rho", .int(2), "it must be between 0 and 1."),
            (.nadam, "momentum_decay", .int(-1), "it must be a number of at least 0."),
            (.asgd, "t0", .string("never"), "it must be a number."),
            (.rprop, "etas", .list([.double(1.2), .double(0.5)]), "it must be a number below 1 and one above 1."),
            (.rprop, "step_sizes", .list([.int(2), .int(1)]), "the first number must not exceed the second."),
            (.sparseAdam, "eps", .int(0), "it must be a number above 0."),
            (.lbfgs, "max_iter", .int(0), "it must be a whole number of at least 1."),
            (.lbfgs, "line_search_fn", .string("armijo"), "it must be 'strong_wolfe' or null."),
        ] as [(OptimizerKind, String, SettingValue, String)])
    func outOfRange(kind: OptimizerKind, name: String, value: SettingValue, rule: String) throws {
        var reader = SettingReader([name: value], path: "optimizer")
        let error = try #require(throws: SettingError.self) { try kind.makeMethod(&reader) }
        #expect(error.description == "'optimizer.\(name)' is \(value.quoted); \(rule)")
    }

    @Test("rmsprop refuses a bias correction of a centred variance, which would be 0 after one step")
    func centredCorrection() throws {
        var reader = SettingReader(["centered": .bool(true), "bias_correction": .bool(true)], path: "optimizer")
        let error = try #require(throws: SettingError.self) { try OptimizerKind.rmsprop.makeMethod(&reader) }
        #expect(
            error.description
                == "'optimizer.bias_correction' is true; it cannot go with 'centered': after one step the "
                + "variance would be 0.")
    }

    @Test("an optimizer that does not exist is named with the nearest that does")
    func unknownKind() throws {
        for (name, message) in [
            (SettingValue.string("adamm"), "'optimizer.name' is 'adamm'; no such optimizer; did you mean 'adam'?"),
            (
                .int(3),
                "'optimizer.name' is 3; no such optimizer; there are: "
                    + OptimizerKind.names.sorted().joined(separator: ", ") + "."
            ),
        ] {
            var reader = SettingReader(["name": name], path: "optimizer")
            let error = try #require(throws: SettingError.self) { try OptimizerKind(&reader) }
            #expect(error.description == message)
        }
        var reader = SettingReader([:], path: "optimizer")
        let error = try #require(throws: SettingError.self) { try OptimizerKind(&reader) }
        #expect(error.description.hasPrefix("'optimizer.name': it is missing; there are: sgd, momentum, adam"))
    }

    @Test("a weight decay is read with the kind's default, and refused where it has no meaning")
    func weightDecay() throws {
        var empty = SettingReader([:])
        #expect(try OptimizerKind.adam.weightDecay(&empty) == 0)
        #expect(try OptimizerKind.adamw.weightDecay(&empty) == 0.01)
        #expect(try OptimizerKind.adamw.weightDecay(&empty, default: 0.5) == 0.5)
        var written = SettingReader(["weight_decay": .double(0.1)])
        #expect(try OptimizerKind.sgd.weightDecay(&written) == 0.1)
        for kind in [OptimizerKind.lbfgs, .rprop, .sparseAdam] {
            let error = try #require(throws: SettingError.self) { try kind.weightDecay(&written) }
            #expect(error.description == "'weight_decay' is 0.1; '\(kind.rawValue)' has no weight decay; it must be 0.")
        }
    }

    @Test("learning rates where none is written are PyTorch's")
    func defaultRates() {
        let expected: [OptimizerKind: Double] = [
            .sgd: 1e-3, .momentum: 1e-2, .adam: 1e-3, .adamw: 1e-3, .rmsprop: 1e-2, .adagrad: 1e-2, .adadelta: 1,
            .adamax: 2e-3, .nadam: 2e-3, .radam: 1e-3, .asgd: 1e-2, .rprop: 1e-2, .lbfgs: 1, .sparseAdam: 1e-3,
        ]
        for kind in OptimizerKind.allCases { #expect(kind.defaultLearningRate == expected[kind]) }
    }
}
