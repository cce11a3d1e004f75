public import Settings

/// The values that a parameter may take.
public indirect enum ParameterDomain: Hashable, Sendable {
    case constant(SettingValue)
    /// Equally likely values, in the order written.
    case values([SettingValue])
    /// Probabilities are ≥ 0 and sum to 1.
    case weightedValues([SettingValue], probabilities: [Double])
    /// Whole numbers in `min...max`.
    case integers(min: Int, max: Int)
    case continuous(Distribution, quantum: Double?)
    /// Nested parameters, whose names are prefixed with this one's and a dot.
    case group(SearchSpace)
    /// The parameter's value is the choice's name, and its sub-space's parameters come with it.
    case choices([Choice])

    public struct Choice: Hashable, Sendable {
        public let name: String
        public let subspace: SearchSpace

        public init(name: String, subspace: SearchSpace) {
            self.name = name
            self.subspace = subspace
        }
    }

    /// A continuous distribution, in the terms of W&B's sweep files; bounds of the logarithmic ones are values, not
    /// exponents.
    public enum Distribution: Hashable, Sendable {
        case uniform(min: Double, max: Double)
        case logUniform(min: Double, max: Double)
        case inverseLogUniform(min: Double, max: Double)
        case normal(mean: Double, deviation: Double)
        case logNormal(mean: Double, deviation: Double)
        case beta(a: Double, b: Double)
    }
}
