import Randomness
import Settings
import Sweeps

/// Independent draws from the parameters' domains.
///
/// Draw n is a function of the search's seed and n alone. Each parameter is drawn by the inverse of its distribution
/// function; choices, and several search spaces, are equally likely.
struct RandomSampler: Sendable {
    let spaces: [SearchSpace]
    let seed: Int

    /// The random numbers of draw n; drawing again from them gives further candidates for the same n.
    func stream(_ number: Int) -> RandomStream {
        RandomStream(
            seed: UInt64(bitPattern: Int64(seed)), .search, index: UInt64(bitPattern: Int64(number)))
    }

    /// One candidate; `spaces` must not be empty.
    func draw(_ stream: inout RandomStream) throws(SettingError) -> [Assignment] {
        var assignments: [Assignment] = []
        let space = spaces.count == 1 ? spaces[0] : spaces[Self.place(in: spaces.count, &stream)]
        try Self.draw(space, groups: [], &stream, into: &assignments)
        return assignments
    }

    private static func draw(
        _ space: SearchSpace, groups: [String], _ stream: inout RandomStream, into assignments: inout [Assignment]
    ) throws(SettingError) {
        for parameter in space.parameters {
            let path = ParameterPath(parameter.name, in: groups)
            switch parameter.domain {
            case .group(let nested): try draw(nested, groups: path.keys, &stream, into: &assignments)
            case .choices(let choices):
                let choice = choices[place(in: choices.count, &stream)]
                assignments.append(Assignment(parameter: path, value: .string(choice.name)))
                try draw(choice.subspace, groups: groups, &stream, into: &assignments)
            default:
                let value = value(parameter.domain, &stream)
                if let number = value.number, !number.isFinite {
                    throw SettingError(
                        path: path.name, value: nil,
                        rule: "its distribution gives numbers that are too large; make 'mu' or 'sigma' smaller")
                }
                assignments.append(Assignment(parameter: path, value: value))
            }
        }
    }

    private static func value(_ domain: ParameterDomain, _ stream: inout RandomStream) -> SettingValue {
        switch domain {
        case .constant(let value): return value
        case .values(let values): return values[place(in: values.count, &stream)]
        case .weightedValues(let values, let probabilities):
            return values[place(weights: probabilities, &stream)]
        case .integers(let min, let max):
            let span = UInt64(bitPattern: Int64(max)) &- UInt64(bitPattern: Int64(min))
            let offset = span == .max ? stream.next() : stream.below(span + 1)
            return .int(Int(truncatingIfNeeded: UInt64(bitPattern: Int64(min)) &+ offset))
        case .continuous(let distribution, let quantum):
            let drawn = distribution.quantile(openUniform(&stream))
            return .number(quantum.map { quantized(drawn, $0) } ?? drawn)
        case .group, .choices: preconditionFailure("\(domain) has no value of its own")
        }
    }

    private static func place(in count: Int, _ stream: inout RandomStream) -> Int {
        Int(stream.below(UInt64(count)))
    }

    private static func place(weights: [Double], _ stream: inout RandomStream) -> Int {
        var rest = stream.uniform()
        for (place, weight) in weights.enumerated() {
            if rest < weight { return place }
            rest -= weight
        }
        // Only rounding leads here.
        return weights.lastIndex { $0 > 0 } ?? 0
    }

    /// A number between 0 and 1 that is neither, since a quantile there may be infinite.
    private static func openUniform(_ stream: inout RandomStream) -> Double {
        Swift.min(stream.uniform() + 0x1p-54, 1 - 0x1p-53)
    }

    /// The nearest multiple of `quantum`, ties to the even one as in W&B.
    static func quantized(_ value: Double, _ quantum: Double) -> Double {
        let steps = (value / quantum).rounded(.toNearestOrEven)
        guard abs(steps) < 0x1p53 else { return value }
        // 3 · 0.1 is not 0.3, but 3 / 10 is.
        let inverse = (1 / quantum).rounded()
        return inverse >= 1 && 1 / inverse == quantum ? steps / inverse : steps * quantum
    }
}
