/// Student's t distribution.
public enum StudentDistribution {
    /// The probability of a value up to this one with `freedom` > 0 degrees of freedom.
    public static func cumulative(_ value: Double, freedom: Double) -> Double {
        if value == 0 { return 0.5 }
        let tail = 0.5 * BetaDistribution.cumulative(freedom / (freedom + value * value), a: freedom / 2, b: 0.5)
        return value > 0 ? 1 - tail : tail
    }

    /// The value that 95 % of all draws lie nearer to zero than: 12.7 for one degree of freedom, 1.96 for very many.
    public static func twoSided95(freedom: Int) -> Double {
        precondition(freedom > 0, "Student's t needs at least one degree of freedom, not \(freedom)")
        return freedom <= tabulated.count ? tabulated[freedom - 1] : solveTwoSided95(freedom)
    }

    /// Worked out once, because a ranking asks for the same few again and again.
    private static let tabulated = (1...30).map(solveTwoSided95)

    /// With x = ν / (ν + t²) both tails together are I(x; ν/2, ½).
    private static func solveTwoSided95(_ freedom: Int) -> Double {
        let degrees = Double(freedom)
        let x = BetaDistribution.quantile(0.05, a: degrees / 2, b: 0.5)
        return (degrees * (1 - x) / x).squareRoot()
    }
}
