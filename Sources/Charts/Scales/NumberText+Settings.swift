import Foundation

extension NumberText {
    /// Values that somebody chose, each with its own digits; all as powers of ten where one would have too many.
    static func labels(of values: [Double]) -> [[Text.Run]] {
        let plain = values.map { String(format: "%.4g", $0) }
        if plain.allSatisfy({ !$0.contains("e") && $0.count <= 7 }) {
            return plain.map { .plain($0.replacing("-", with: "\u{2212}")) }
        }
        return values.map { value in
            let parts = String(format: "%.3e", value).split(separator: "e")
            guard value != 0, parts.count == 2, let exponent = Int(parts[1]) else { return .plain("0") }
            return power(exponent, mantissa: trimmed(String(parts[0])))
        }
    }

    private static func power(_ exponent: Int, mantissa: String) -> [Text.Run] {
        let mantissa = mantissa.replacing("-", with: "\u{2212}")
        return mantissa == "1" ? power(exponent) : power(exponent, factor: mantissa)
    }

    /// Without zeros at the end of a fraction.
    fileprivate static func trimmed(_ digits: String) -> String {
        guard digits.contains(".") else { return digits }
        var digits = digits[...]
        while digits.hasSuffix("0") { digits.removeLast() }
        return String(digits.hasSuffix(".") ? digits.dropLast() : digits)
    }
}

/// Numbers as people write them in settings, set as type sets them.
public enum TypesetNumber {
    /// `1e-9` as 10⁻⁹, `2.5e+17` and `250000000000000000` as 2.5×10¹⁷, `-3` with a real minus sign; what is not a number
    /// is left as it is.
    public static func text(_ string: String) -> String {
        guard string.allSatisfy({ "0123456789.eE+-".contains($0) }), Double(string)?.isFinite == true else {
            return string
        }
        let parts = string.lowercased().split(separator: "e")
        let digits = String(parts[0]).replacing("-", with: "\u{2212}")
        if parts.count == 2, let exponent = Int(parts[1]) { return power(NumberText.trimmed(digits), exponent) }
        let zeros = digits.reversed().prefix { $0 == "0" }.count
        guard zeros >= 6, !digits.contains(".") else { return digits }
        let sign = digits.hasPrefix("\u{2212}") ? "\u{2212}" : ""
        let significant = digits.dropFirst(sign.count).dropLast(zeros)
        guard let first = significant.first else { return digits }
        let rest = significant.dropFirst()
        return power(sign + String(first) + (rest.isEmpty ? "" : "." + rest), zeros + rest.count)
    }

    /// Names of one axis: numbers all as powers of ten where one is.
    static func together(_ names: [String]) -> [String] {
        let each = names.map(text)
        let numbers = names.compactMap(Double.init)
        guard numbers.count == names.count, each.contains(where: { $0.last?.isASCII == false }) else { return each }
        let powers = numbers.map { $0 == 0 ? "0" : text(String(format: "%.3e", $0)) }
        return Set(powers).count == Set(names).count ? powers : each
    }

    private static func power(_ factor: String, _ exponent: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let raised = String(exponent).map { character -> Character in
            character.wholeNumberValue.map { digits[$0] } ?? "⁻"
        }
        return (factor == "1" ? "10" : factor + "×10") + String(raised)
    }
}
