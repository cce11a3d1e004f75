import Foundation

/// The beta distribution, from which Student's t and the exact interval of a proportion follow.
public enum BetaDistribution {
    /// The probability of a value up to `x` in 0...1: the regularized incomplete beta function I(x; a, b), a, b > 0.
    ///
    /// NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry), evaluated
    /// by the method of W. J. Lentz, "Generating Bessel functions in Mie scattering calculations", 1976.
    public static func cumulative(_ x: Double, a: Double, b: Double) -> Double {
        precondition(a > 0 && b > 0, "a beta distribution needs a and b above 0, not \(a) and \(b)")
        if x.isNaN { return .nan }
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - cumulative(1 - x, a: b, b: a) }
        let logarithm = a * log(x) + b * log1p(-x) - log(a) - logBeta(a, b)
        return min(1, exp(logarithm) * continuedFraction(x, a: a, b: b))
    }

    /// The value up to which the probability is `probability`, by bisection to the last bits.
    public static func quantile(_ probability: Double, a: Double, b: Double) -> Double {
        var lower = 0.0
        var upper = 1.0
        for _ in 0..<60 {
            let middle = 0.5 * (lower + upper)
            if cumulative(middle, a: a, b: b) < probability { lower = middle } else { upper = middle }
        }
        return 0.5 * (lower + upper)
    }

    private static func logBeta(_ a: Double, _ b: Double) -> Double {
        GammaFunction.logarithm(a) + GammaFunction.logarithm(b) - GammaFunction.logarithm(a + b)
    }

    /// 1 / (1 + d₁/(1 + d₂/(1 + …))).
    private static func continuedFraction(_ x: Double, a: Double, b: Double) -> Double {
        let tiny = 1e-300
        func nonzero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
        var fraction = d
        for index in 1...500 {
            let m = Double(index)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / nonzero(1 + even * d)
            c = nonzero(1 + even / c)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / nonzero(1 + odd * d)
            c = nonzero(1 + odd / c)
            fraction *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return fraction
    }
}
