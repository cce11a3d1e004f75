import Foundation

/// Multiples of numbers that people write in decimals: 3 · 0.1 is 0.3 to them, not 0.30000000000000004.
enum DecimalStep {
    /// The number next to `value` that has no more decimals than any of `written`; `value` itself where those have none
    /// to speak of.
    static func value(_ value: Double, of written: [Double]) -> Double {
        let decimals = written.map(decimals).max() ?? 0
        guard decimals <= 15 else { return value }
        return Double(String(format: "%.\(decimals)f", value)) ?? value
    }

    /// `0.25` has 2, `1e-05` has 5.
    private static func decimals(of number: Double) -> Int {
        let parts = number.description.lowercased().split(separator: "e")
        let fraction = parts[0].split(separator: ".").dropFirst().first.map { $0 == "0" ? 0 : $0.count } ?? 0
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return max(0, fraction - exponent)
    }
}
