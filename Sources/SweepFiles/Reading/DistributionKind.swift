import Foundation
import Sweeps

/// The distributions of W&B's sweep files, by the names used there.
enum DistributionKind: String, CaseIterable {
    case constant
    case categorical
    case weighted = "categorical_w_probabilities"
    case wholeNumbers = "int_uniform"
    case uniform
    case quantizedUniform = "q_uniform"
    case logUniform = "log_uniform"
    case quantizedLogUniform = "q_log_uniform"
    case inverseLogUniform = "inv_log_uniform"
    case logUniformValues = "log_uniform_values"
    case quantizedLogUniformValues = "q_log_uniform_values"
    case inverseLogUniformValues = "inv_log_uniform_values"
    case normal
    case quantizedNormal = "q_normal"
    case logNormal = "log_normal"
    case quantizedLogNormal = "q_log_normal"
    case beta
    case quantizedBeta = "q_beta"

    enum Family: Hashable {
        case listed, wholeNumbers, uniform, logUniform, inverseLogUniform, normal, logNormal, beta
    }

    /// What `min` and `max` are: bounds of the values, or of their natural logarithms.
    enum Bounds: Hashable {
        case values, exponents
    }

    var family: Family {
        switch self {
        case .constant, .categorical, .weighted: .listed
        case .wholeNumbers: .wholeNumbers
        case .uniform, .quantizedUniform: .uniform
        case .logUniform, .quantizedLogUniform, .logUniformValues, .quantizedLogUniformValues: .logUniform
        case .inverseLogUniform, .inverseLogUniformValues: .inverseLogUniform
        case .normal, .quantizedNormal: .normal
        case .logNormal, .quantizedLogNormal: .logNormal
        case .beta, .quantizedBeta: .beta
        }
    }

    var isQuantized: Bool { rawValue.hasPrefix("q_") }

    var bounds: Bounds {
        switch self {
        case .logUniform, .quantizedLogUniform, .inverseLogUniform: .exponents
        default: .values
        }
    }

    /// The form as messages name it where its distribution is not written.
    var words: String {
        switch self {
        case .constant: "a parameter with one value"
        case .categorical: "a parameter with values"
        case .weighted: "a parameter with probabilities"
        default: "a parameter between bounds"
        }
    }

    /// The distribution between two bounds, which are values or exponents as `bounds` says.
    ///
    /// With exponents, `inv_log_uniform` draws e⁻ᵘ for u between them.
    func distribution(min: Double, max: Double) -> ParameterDomain.Distribution {
        switch (family, bounds) {
        case (.logUniform, .values): .logUniform(min: min, max: max)
        case (.logUniform, .exponents): .logUniform(min: exp(min), max: exp(max))
        case (.inverseLogUniform, .values): .inverseLogUniform(min: min, max: max)
        case (.inverseLogUniform, .exponents): .inverseLogUniform(min: exp(-max), max: exp(-min))
        default: .uniform(min: min, max: max)
        }
    }
}
