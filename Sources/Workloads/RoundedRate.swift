import Foundation

/// Learning rates with two digits, as people write them.
enum RoundedRate {
    /// The nearest one that is not above `rate`, which is positive.
    static func down(_ rate: Double) -> Double { rounded(rate) { ($0 + tolerance).rounded(.down) } }

    /// The nearest one that is not below `rate`, which is positive.
    static func up(_ rate: Double) -> Double { rounded(rate) { ($0 - tolerance).rounded(.up) } }

    /// What rounding errors leave of a number with two digits counts as that number.
    private static let tolerance = 1e-6

    private static func rounded(_ rate: Double, _ rounding: (Double) -> Double) -> Double {
        guard rate >= Double.leastNormalMagnitude, rate.isFinite else { return rate }
        let exponent = Int(log10(rate).rounded(.down)) - 1
        let digits = rounding(rate / pow(10, Double(exponent)))
        // Text gives the number nearest to what is written, which products of powers of ten do not.
        return Double("\(Int(digits))e\(exponent)") ?? rate
    }
}
