import Foundation

/// Numbers as type sets them: a real minus sign, thin spaces between thousands, raised exponents.
enum NumberText {
    /// With exactly `decimals` digits after the point.
    static func fixed(_ value: Double, decimals: Int, isGrouped: Bool = false) -> String {
        let digits = String(format: "%.\(max(0, min(decimals, 20)))f", value.magnitude)
        let isZero = !digits.contains { $0 != "0" && $0 != "." }
        return (value < 0 && !isZero ? "\u{2212}" : "") + (isGrouped ? grouped(digits) : digits)
    }

    /// The fewest digits that read back to the same bits, whole numbers without a point.
    static func plain(_ value: Double) -> String {
        if value == value.rounded(), value.magnitude < 0x1p53, !(value == 0 && value.sign == .minus) {
            return String(Int64(value))
        }
        return String(describing: value)
    }

    /// `10^exponent`, after `factor` and a multiplication sign where there is one.
    static func power(_ exponent: Int, factor: String? = nil) -> [Text.Run] {
        let sign = exponent < 0 ? "\u{2212}" : ""
        return .plain(factor.map { $0 + "\u{00D7}10" } ?? "10") + .raised(sign + String(exponent.magnitude))
    }

    /// The values, evenly spaced by `step`, with the digits that tell them apart and no more.
    static func labels(_ values: [Double], step: Double) -> [[Text.Run]] {
        let greatest = values.map(\.magnitude).max() ?? 0
        guard greatest > 0, greatest < 1e6, greatest >= 1e-3 else { return scientific(values, step: step) }
        let decimals = decimals(of: step)
        return values.map { .plain(fixed($0, decimals: decimals, isGrouped: greatest >= 10_000)) }
    }

    /// All with the power of ten of the least, so that no factor is below 1.
    private static func scientific(_ values: [Double], step: Double) -> [[Text.Run]] {
        // A tick at zero carries the rounding of its sum.
        let least = values.map(\.magnitude).filter { $0 >= step * 1e-6 }.min() ?? 0
        guard least > 0 else { return values.map { _ in .plain("0") } }
        let exponent = Int(log10(least * (1 + 1e-12)).rounded(.down))
        let unit = pow(10, Double(exponent))
        let decimals = decimals(of: step / unit)
        return values.map { value in
            value.magnitude < step * 1e-6
                ? .plain("0") : power(exponent, factor: fixed(value / unit, decimals: decimals))
        }
    }

    /// How many digits after the point show multiples of `step` in full; at most 15.
    static func decimals(of step: Double) -> Int {
        for decimals in 0..<15 {
            let scaled = step * pow(10, Double(decimals))
            if scaled >= 0.5, abs(scaled - scaled.rounded()) < 1e-6 * scaled { return decimals }
        }
        return 15
    }

    private static func grouped(_ digits: String) -> String {
        let parts = digits.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, whole.count > 3 else { return digits }
        var result = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { result += "\u{2009}" }
            result.append(digit)
        }
        return result + (parts.count > 1 ? "." + parts[1] : "")
    }
}
