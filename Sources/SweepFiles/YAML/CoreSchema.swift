import Settings

/// What plain (unquoted) text of a YAML file means.
///
/// The core schema of O. Ben-Kiki, C. Evans, I. döt Net, "YAML Ain't Markup Language, version 1.2.2", section 10.3.2:
/// `1e-5` is a number, and `on`, `off`, `yes`, `no` are text. Unlike there, numbers that are not finite are refused.
enum CoreSchema {
    enum Meaning: Hashable {
        case value(SettingValue)
        /// A number that cannot be kept as written; the rule that it breaks.
        case refused(rule: String)
    }

    static func meaning(of text: String) -> Meaning {
        switch text {
        case "", "~", "null", "Null", "NULL": return .value(.null)
        case "true", "True", "TRUE": return .value(.bool(true))
        case "false", "False", "FALSE": return .value(.bool(false))
        default: break
        }
        if isInteger(text) { return wholeNumber(text) }
        if isFloat(text) { return decimalNumber(text) }
        let unsigned = text.drop { $0 == "+" || $0 == "-" }
        if text.count - unsigned.count <= 1, [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(unsigned) {
            return .refused(rule: "a number must be finite")
        }
        return .value(.string(text))
    }

    /// Whether the text is written as a whole number, which `1.0` and `1e3` are not.
    static func isInteger(_ text: String) -> Bool {
        if text.hasPrefix("0x") {
            return text.count > 2 && text.dropFirst(2).allSatisfy { $0.isASCII && $0.isHexDigit }
        }
        if text.hasPrefix("0o") { return text.count > 2 && text.dropFirst(2).allSatisfy { "0"..."7" ~= $0 } }
        var digits = Array(text.utf8)[...]
        if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        return !digits.isEmpty && digits.allSatisfy(isDigit)
    }

    /// Whether the text of a number is that of a decimal, whatever its value.
    static func isDecimal(_ text: String) -> Bool { !text.hasPrefix("0x") && text.contains { ".eE".contains($0) } }

    /// Whether someone who thinks of YAML 1.1, as most W&B files do, meant a boolean by this text.
    static func looksLikeBoolean(_ text: String) -> Bool {
        ["yes", "no", "on", "off"].contains(text.lowercased())
    }

    private static func isFloat(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        func skipDigits() -> Int {
            let count = rest.prefix(while: isDigit).count
            rest = rest.dropFirst(count)
            return count
        }
        func skip(_ characters: StaticString) -> Bool {
            guard let next = rest.first, characters.description.utf8.contains(next) else { return false }
            rest.removeFirst()
            return true
        }
        _ = skip("+-")
        let whole = skipDigits()
        let fraction = skip(".") ? skipDigits() : 0
        guard whole + fraction > 0 else { return false }
        if skip("eE") {
            _ = skip("+-")
            guard skipDigits() > 0 else { return false }
        }
        return rest.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func wholeNumber(_ text: String) -> Meaning {
        let number =
            switch text.prefix(2) {
            case "0x": Int(text.dropFirst(2), radix: 16)
            case "0o": Int(text.dropFirst(2), radix: 8)
            default: Int(text)
            }
        guard let number else { return .refused(rule: "a whole number must be within ±\(Int.max)") }
        return .value(.int(number))
    }

    private static func decimalNumber(_ text: String) -> Meaning {
        guard let number = Double(text), number.isFinite else {
            return .refused(rule: "a number must be within ±\(Double.greatestFiniteMagnitude)")
        }
        let mantissa = text.prefix { $0 != "e" && $0 != "E" }
        if number == 0, mantissa.contains(where: { "1"..."9" ~= $0 }) {
            return .refused(rule: "a number other than 0 must be at least \(Double.leastNonzeroMagnitude) in magnitude")
        }
        return .value(.number(number))
    }
}
