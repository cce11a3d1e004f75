import Optimizers
import Settings
import Testing

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

    @Test("a program makes optimizers and schedules by name, and is told what it wrote wrong")
    func byName() throws {
        let optimizer = try Optimizer(.adam, ["betas": [0.5, 0.75]], parameterCount: 3)
        #expect(optimizer.groups.map(\.ranges) == [[0..<3]])
        let moment = ScheduleMoment(epoch: 2, step: 8, epochs: 4, steps: 16)
        #expect(try LearningRateCourse(.cosine, initial: 1).learningRate(at: moment) == 0.5)
        var error = try #require(throws: SettingError.self) {
            try Optimizer(.adam, ["betas": [0.5]], parameterCount: 3)
        }
        #expect(error.description == "'optimizer.betas' is [0.5]; it must be a list of two numbers.")
        error = try #require(throws: SettingError.self) { try Optimizer(.lbfgs, parameterCount: 3) }
        #expect(
            error.description
                == "'optimizer' is 'lbfgs'; it asks for several losses and gradients in each step; use LBFGSOptimizer.")
        error = try #require(throws: SettingError.self) { try LearningRateCourse(.step, initial: 1) }
        #expect(error.description == "'decay.step_size': it is missing; it must be a whole number of at least 1.")
    }
}
