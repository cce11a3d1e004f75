import Foundation

/// The normal distribution with mean 0 and deviation 1.
public enum NormalDistribution {
    public static func density(_ value: Double) -> Double {
        exp(-0.5 * value * value) / (2 * Double.pi).squareRoot()
    }

    /// The probability of a value up to this one.
    public static func cumulative(_ value: Double) -> Double {
        0.5 * erfc(-value / 2.0.squareRoot())
    }

    /// The mean of the largest of `count` draws: how good the best of so many equals looks by chance.
    ///
    /// H. A. David, H. N. Nagaraja, "Order Statistics", 2003, section 3.1: E = ∫ x · m · Φ(x)ᵐ⁻¹ · φ(x) dx, here by
    /// Simpson's rule over −9…9.
    public static func expectedMaximum(of count: Int) -> Double {
        guard count > 1 else { return 0 }
        return SimpsonRule.integral(from: -9, to: 9, intervals: 720) { x in
            x * Double(count) * pow(cumulative(x), Double(count - 1)) * density(x)
        }
    }
}
