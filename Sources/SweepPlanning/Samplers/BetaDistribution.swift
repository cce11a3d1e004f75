import Foundation

/// The beta distribution on 0...1 with density proportional to xᵃ⁻¹·(1−x)ᵇ⁻¹; a and b are positive.
struct BetaDistribution {
    let a: Double
    let b: Double

    /// The value below which a part `probability` of the distribution lies.
    func quantile(_ probability: Double) -> Double {
        Bisection.first(upTo: 1) { cumulative($0) >= probability }
    }

    /// The part of the distribution below x: the regularized incomplete beta function Iₓ(a, b).
    ///
    /// NIST Digital Library of Mathematical Functions, 8.17.4 and 8.17.22: a continued fraction, which converges
    /// quickly on one side of the mean; the other side follows from Iₓ(a, b) = 1 − I₁₋ₓ(b, a).
    func cumulative(_ x: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let logFactor = a * log(x) + b * log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b)
        let factor = exp(logFactor)
        return x <= (a + 1) / (a + b + 2)
            ? factor * Self.continuedFraction(x, a, b) / a : 1 - factor * Self.continuedFraction(1 - x, b, a) / b
    }

    /// 1/(1 + d₁/(1 + d₂/(1 + …))) by the modified Lentz method (W. J. Lentz, "Generating Bessel functions in Mie
    /// scattering calculations using continued fractions", 1976).
    private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var numerator = 1.0
        var denominator = 1 - (a + b) * x / (a + 1)
        denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
        var result = denominator
        for step in 1...10_000 {
            let m = Double(step)
            var change = 1.0
            let terms = [
                m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
            ]
            for term in terms {
                denominator = 1 + term * denominator
                denominator = 1 / (abs(denominator) < tiny ? tiny : denominator)
                numerator = 1 + term / numerator
                if abs(numerator) < tiny { numerator = tiny }
                change = denominator * numerator
                result *= change
            }
            if abs(change - 1) < 1e-15 { break }
        }
        return result
    }

    private func logGamma(_ x: Double) -> Double { lgamma(x) }
}
