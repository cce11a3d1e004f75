import Foundation

/// The normal distribution with mean 0 and deviation 1.
enum NormalDistribution {
    /// The value below which a part `probability` of the distribution lies, to the last bits.
    ///
    /// Inverts the tail ½·erfc(z/√2) by bisection, which is exact in the tails too.
    static func quantile(_ probability: Double) -> Double {
        let tail = min(probability, 1 - probability)
        let magnitude = Bisection.first(upTo: 40) { erfc($0 / 2.0.squareRoot()) / 2 <= tail }
        return probability < 0.5 ? -magnitude : magnitude
    }
}
