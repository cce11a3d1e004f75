import Foundation

/// Numbers as people read them: four digits, a real minus sign, powers of ten where zeros would have to be counted.
/// Machines get all digits.
public enum NumberWords {
    /// From this size up a number is written with a power of ten.
    public static let large = 1e6
    /// Below this size as well.
    public static let small = 1e-4

    /// `0.3333`, `12.5`, `123457`, `3.72×10⁹`: with so many digits, of which zeros at the end of a fraction are left out.
    public static func text(_ value: Double, digits: Int = 4) -> String {
        guard value.isFinite, value != 0 else { return fixed(value, decimals: 0) }
        if abs(value) >= large || abs(value) < small { return power(value, places: digits - 1, isTrimmed: true) }
        return trimmed(fixed(value, decimals: max(0, digits - 1 - Int(log10(abs(value)).rounded(.down)))))
    }

    /// With so many decimals: `12.50`, `−0.3`; without a sign where nothing but zeros is left.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "−∞" : "∞" }
        let digits = String(format: "%.*f", max(0, decimals), abs(value))
        return (value < 0 && digits.contains { !"0.".contains($0) } ? "−" : "") + digits
    }

    /// With a power of ten and so many places after the point of its factor: `6.2×10⁻⁶`, `−1.250×10⁻¹⁰`, `10⁶`.
    public static func power(_ value: Double, places: Int, isTrimmed: Bool = false) -> String {
        let parts = String(format: "%.*e", max(0, places), abs(value)).split(separator: "e")
        guard value.isFinite, value != 0, parts.count == 2, let exponent = Int(parts[1]) else {
            return fixed(value, decimals: places)
        }
        let factor = isTrimmed ? trimmed(String(parts[0])) : String(parts[0])
        return (value < 0 ? "−" : "") + (factor == "1" ? "" : factor + "×") + "10"
            + String(String(exponent).compactMap { raised[$0] })
    }

    private static let raised: [Character: Character] = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "-": "⁻",
    ]

    /// Without zeros at the end of a fraction.
    private static func trimmed(_ digits: String) -> String {
        guard digits.contains(".") else { return digits }
        let end = digits.lastIndex { $0 != "0" } ?? digits.startIndex
        return String(digits[end] == "." ? digits[..<end] : digits[...end])
    }
}
