import Optimizers
import Settings
import Tensors
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

    @Test("a step on buffers is the same step")
    func buffers() throws {
        var array = noise(9, seed: 8)
        let (parameters, gradients) = (FloatBuffer(array), FloatBuffer(noise(9, seed: 9)))
        let rule = try OptimizerKind.adam.rule()
        Optimizer(rule, parameterCount: 9).step(parameters: parameters, gradients: gradients, learningRate: 0.1)
        Optimizer(rule, parameterCount: 9).step(&array, gradients.array, learningRate: 0.1)
        #expect(parameters.array == array)
    }

    @Test("a network without parameters takes steps")
    func empty() throws {
        var parameters: [Float] = []
        Optimizer(try OptimizerKind.adam.rule(), parameterCount: 0).step(&parameters, [], learningRate: 1)
        #expect(parameters.isEmpty)
    }
}
