/// The step in which a metric's values go, worked out from the values: 1 / (size of the dev set) for an accuracy.
///
/// An accuracy is a count over a size, k/n. Each value is turned back into the fraction in lowest terms that it was
/// rounded from (continued fractions: A. Khinchin, "Continued Fractions", 1964, theorem 19: the convergents are the best
/// approximations), and the least common denominator of all is the size, or a divisor of it where the values are few,
/// which errs towards caution. So it is known for stores of any age and for other programs' metrics, and values that
/// were written with two decimals go in steps of 0.01.
struct ValueStep {
    /// Larger denominators are not looked for: a random number would soon be within rounding of such a fraction, and
    /// steps so small move no ranking.
    static let mostSteps = 100_000

    /// Nil once a value was no such fraction.
    private var denominator: Int? = 1
    private var hasOthersThanZeroAndOne = false

    /// Values that are not finite say nothing.
    mutating func take(_ value: Double) {
        guard let known = denominator, value.isFinite else { return }
        if value != 0, value != 1 { hasOthersThanZeroAndOne = true }
        guard let other = Self.denominator(of: value) else {
            denominator = nil
            return
        }
        let (steps, overflows) = (known / Self.greatestDivisor(known, other)).multipliedReportingOverflow(by: other)
        denominator = overflows || steps > Self.mostSteps ? nil : steps
    }

    /// 0 where the values go in no such steps, or too few were seen to tell.
    var size: Double {
        guard let denominator, hasOthersThanZeroAndOne else { return 0 }
        return 1 / Double(denominator)
    }

    /// Of the simplest fraction that a number was rounded from; nil where that has more than `mostSteps`.
    private static func denominator(of value: Double) -> Int? {
        guard abs(value) < 1e9 else { return nil }
        var (rest, previous, current) = (abs(value), 0, 1)
        let tolerance = value.ulp
        for _ in 0..<40 {
            let whole = rest.rounded(.down)
            let numerator = (abs(value) * Double(current)).rounded()
            if abs(numerator / Double(current) - abs(value)) <= tolerance { return current }
            guard rest > whole else { return nil }
            rest = 1 / (rest - whole)
            guard rest < Double(mostSteps) else { return nil }
            let next = Int(rest.rounded(.down)) * current + previous
            guard next <= mostSteps else { return nil }
            (previous, current) = (current, next)
        }
        return nil
    }

    private static func greatestDivisor(_ first: Int, _ second: Int) -> Int {
        var (first, second) = (first, second)
        while second != 0 { (first, second) = (second, first % second) }
        return first
    }
}
