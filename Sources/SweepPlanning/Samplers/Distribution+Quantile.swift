import Foundation
import Sweeps

extension ParameterDomain.Distribution {
    /// The value below which a part `probability` of the distribution lies; the probability is above 0 and below 1.
    ///
    /// The logarithmic distributions work on natural logarithms; `inverseLogUniform` is `logUniform` from the other
    /// end. Bounds are never left by rounding.
    func quantile(_ probability: Double) -> Double {
        switch self {
        case .uniform(let min, let max):
            // Not min + u·(max − min), whose difference may be infinite.
            return Swift.min(max, Swift.max(min, min * (1 - probability) + max * probability))
        case .logUniform(let min, let max):
            let value = exp(log(min) * (1 - probability) + log(max) * probability)
            return Swift.min(max, Swift.max(min, value))
        case .inverseLogUniform(let min, let max):
            return Self.logUniform(min: min, max: max).quantile(1 - probability)
        case .normal(let mean, let deviation):
            return mean + deviation * NormalDistribution.quantile(probability)
        case .logNormal(let mean, let deviation):
            return exp(mean + deviation * NormalDistribution.quantile(probability))
        case .beta(let a, let b):
            return BetaDistribution(a: a, b: b).quantile(probability)
        }
    }
}
