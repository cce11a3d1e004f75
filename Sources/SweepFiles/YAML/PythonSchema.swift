import Settings

/// What plain text means to Python's YAML 1.1, for files that W&B reads too.
///
/// `yes`, `off` and their like are booleans; numbers may have `_` between their digits, and whole numbers begin with 0 for
/// base 8 or count minutes, `1:30`. Else as `CoreSchema` has it, so that `1e-5` is a number, which every author means.
/// As PyYAML has it, not as the specification, where `y` and `n` are booleans too.
enum PythonSchema {
    static func meaning(of text: String) -> CoreSchema.Meaning {
        if let boolean = boolean(text) { return .value(.bool(boolean)) }
        let digits = withoutUnderscores(text)
        if let number = wholeNumber(digits) { return .value(.int(number)) }
        return CoreSchema.meaning(of: digits)
    }

    /// Whether the text is a whole number only here, or another one than in YAML 1.2.
    static func isUnusual(_ text: String) -> Bool {
        guard let number = wholeNumber(withoutUnderscores(text)) else { return false }
        return number != 0
    }

    private static func boolean(_ text: String) -> Bool? {
        switch text {
        case "yes", "Yes", "YES", "on", "On", "ON": true
        case "no", "No", "NO", "off", "Off", "OFF": false
        default: nil
        }
    }

    /// Of a number; other text as it is.
    private static func withoutUnderscores(_ text: String) -> String {
        guard text.contains("_"), let first = text.first(where: { $0 != "+" && $0 != "-" }), first != "_" else {
            return text
        }
        let digits = text.replacing("_", with: "")
        guard wholeNumber(digits) == nil, case .value(let value) = CoreSchema.meaning(of: digits) else { return digits }
        return value.number == nil ? text : digits
    }

    /// In base 2 or 8, or in minutes; nil for what is none of these.
    private static func wholeNumber(_ text: String) -> Int? {
        let isNegative = text.hasPrefix("-")
        let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let number: Int?
        if digits.hasPrefix("0b") {
            number = digits.dropFirst(2).allSatisfy { "01".contains($0) } ? Int(digits.dropFirst(2), radix: 2) : nil
        } else if digits.hasPrefix("0"), digits.count > 1 {
            number = digits.allSatisfy { "01234567".contains($0) } ? Int(digits, radix: 8) : nil
        } else {
            number = sexagesimal(digits)
        }
        return number.map { isNegative ? -$0 : $0 }
    }

    private static func sexagesimal(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return nil }
        var sum = 0
        for (place, part) in parts.enumerated() {
            guard part.count <= (place == 0 ? 9 : 2), part.allSatisfy({ "0"..."9" ~= $0 }), let value = Int(part),
                place == 0 || value < 60
            else { return nil }
            let (product, isTooLarge) = sum.multipliedReportingOverflow(by: 60)
            let (next, isTooLargeNow) = product.addingReportingOverflow(value)
            guard !isTooLarge, !isTooLargeNow else { return nil }
            sum = next
        }
        return sum
    }
}
