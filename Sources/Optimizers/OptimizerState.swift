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

/// Why a saved state does not fit an optimizer or a schedule.
public enum OptimizerStateError: Error, Hashable {
    case missing(name: String)
    case wrongLength(name: String, count: Int, expected: Int)
    case unknownName(String, known: [String])
    case notANumber(name: String, text: String)
    case notACount(name: String, value: Double)
}

extension OptimizerStateError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let name):
            "the saved state has no '\(name)'; it is of another kind, or was saved with other options."
        case .wrongLength(let name, let count, let expected):
            "'\(name)' of the saved state has \(count) elements; there are \(expected) parameters."
        case .unknownName(let name, let known):
            "the saved state has '\(name)', which is not kept here; kept are: \(known.joined(separator: ", "))."
        case .notANumber(let name, let text):
            "'\(name)' of the saved state is '\(text)'; it must be a number."
        case .notACount(let name, let value):
            "'\(name)' of the saved state is \(value); it must be a whole number of at least 0."
        }
    }
}

extension OptimizerState {
    /// The buffer `name` of `count` elements.
    func buffer(_ name: String, count: Int) throws(OptimizerStateError) -> [Float] {
        guard let values = buffers[name] else { throw .missing(name: name) }
        guard values.count == count else { throw .wrongLength(name: name, count: values.count, expected: count) }
        return values
    }

    func number(_ name: String) throws(OptimizerStateError) -> Double {
        guard let number = numbers[name] else { throw .missing(name: name) }
        return number
    }

    /// A whole number of at least 0.
    func count(_ name: String) throws(OptimizerStateError) -> Int {
        let number = try number(name)
        guard let count = Int(exactly: number), count >= 0 else { throw .notACount(name: name, value: number) }
        return count
    }

    /// Refuses the first name, in order, that `expected` does not have.
    func refuseOthers(than expected: OptimizerState) throws(OptimizerStateError) {
        let known = (Array(expected.buffers.keys) + expected.numbers.keys).sorted()
        if let stranger = (Array(buffers.keys) + numbers.keys).filter({ !known.contains($0) }).min() {
            throw .unknownName(stranger, known: known)
        }
    }
}
