/// All that an optimizer remembers, under names that a checkpoint can use; exact to the bit.
public struct OptimizerState: Hashable, Sendable {
    /// Numbers as long as the parameters, by PyTorch's names: `exp_avg`, `momentum_buffer`.
    public var buffers: [String: [Float]]
    /// Single numbers: `groups.0.step` and, where a rule has more, `groups.0.mu_product`.
    public var numbers: [String: Double]

    public init(buffers: [String: [Float]] = [:], numbers: [String: Double] = [:]) {
        self.buffers = buffers
        self.numbers = numbers
    }

    /// With the numbers as text, which is how safetensors' metadata keeps them.
    public init(buffers: [String: [Float]], numberTexts: [String: String]) throws(OptimizerStateError) {
        var numbers: [String: Double] = [:]
        for name in numberTexts.keys.sorted() {
            let text = numberTexts[name] ?? ""
            guard let number = Double(text) else { throw .notANumber(name: name, text: text) }
            numbers[name] = number
        }
        self.init(buffers: buffers, numbers: numbers)
    }

    /// The numbers as the shortest text that reads back to the same bits.
    public var numberTexts: [String: String] { numbers.mapValues(\.description) }
}

/// Why a saved state does not fit an optimizer.
public enum OptimizerStateError: Error, Hashable {
    case missingBuffer(name: String)
    case wrongLength(name: String, count: Int, expected: Int)
    case unknownName(String, known: [String])
    case missingNumber(name: String)
    case notANumber(name: String, text: String)
    case notACount(name: String, value: Double)
}

extension OptimizerStateError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missingBuffer(let name), .missingNumber(let name):
            "the optimizer's state has no '\(name)'; it was saved by another optimizer or with other options."
        case .wrongLength(let name, let count, let expected):
            "the optimizer's '\(name)' has \(count) elements; the network has \(expected) parameters."
        case .unknownName(let name, let known):
            "the optimizer's state has '\(name)', which this optimizer does not keep; it keeps: "
                + known.joined(separator: ", ") + "."
        case .notANumber(let name, let text):
            "the optimizer's '\(name)' is '\(text)'; it must be a number."
        case .notACount(let name, let value):
            "the optimizer's '\(name)' is \(value); it must be a whole number of at least 0."
        }
    }
}

extension Optimizer {
    /// A copy of the state, to be taken between steps.
    public func exportState() -> OptimizerState {
        var state = OptimizerState()
        for (declared, buffer) in zip(rule.buffers, buffers) { state.buffers[declared.name] = buffer.values }
        for (index, step) in steps.enumerated() {
            state.numbers[Self.stepName(index)] = Double(step.count)
            for (declared, value) in zip(rule.numbers, step.numbers) {
                state.numbers[Self.name(declared, index)] = value
            }
        }
        return state
    }

    /// Goes on from a state that the same rule with as many groups exported; on an error nothing is changed.
    public func importState(_ state: OptimizerState) throws(OptimizerStateError) {
        for declared in rule.buffers {
            guard let values = state.buffers[declared.name] else { throw .missingBuffer(name: declared.name) }
            guard values.count == parameterCount else {
                throw .wrongLength(name: declared.name, count: values.count, expected: parameterCount)
            }
        }
        var imported = steps
        for index in steps.indices {
            let count = try Self.number(Self.stepName(index), of: state)
            guard let whole = Int(exactly: count), whole >= 0 else {
                throw .notACount(name: Self.stepName(index), value: count)
            }
            imported[index].count = whole
            for (position, declared) in rule.numbers.enumerated() {
                imported[index].numbers[position] = try Self.number(Self.name(declared, index), of: state)
            }
        }
        let known = exportedNames
        if let stranger = (Array(state.buffers.keys) + state.numbers.keys).filter({ !known.contains($0) }).min() {
            throw .unknownName(stranger, known: known)
        }
        for (declared, buffer) in zip(rule.buffers, buffers) {
            if let values = state.buffers[declared.name] { buffer.values = values }
        }
        steps = imported
    }

    private var exportedNames: [String] {
        rule.buffers.map(\.name)
            + steps.indices.flatMap { index in
                [Self.stepName(index)] + rule.numbers.map { Self.name($0, index) }
            }
    }

    private static func number(_ name: String, of state: OptimizerState) throws(OptimizerStateError) -> Double {
        guard let number = state.numbers[name] else { throw .missingNumber(name: name) }
        return number
    }

    private static func stepName(_ group: Int) -> String { "groups.\(group).step" }

    private static func name(_ number: StateNumber, _ group: Int) -> String { "groups.\(group).\(number.name)" }
}
