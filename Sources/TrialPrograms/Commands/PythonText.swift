/// How Python writes values as text: what `str` and `repr` give.
enum PythonText {
    /// Text as it is, everything else as `repr` gives it: `1e-05`, `True`, `None`, `{'a': 1}`.
    static func str(_ value: PythonValue) -> String {
        if case .text(let text) = value { text } else { repr(value) }
    }

    static func repr(_ value: PythonValue) -> String {
        switch value {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .int(let value): String(value)
        case .float(let value): repr(value)
        case .text(let text): repr(text)
        case .list(let values): "[" + values.map(repr).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\(repr($0.key)): \(repr($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// The shortest digits that read back the same, with an exponent below 0.0001 and from 10¹⁶ on.
    static func repr(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        let sign = number.sign == .minus ? "-" : ""
        if number.isInfinite { return sign + "inf" }
        let (digits, point) = decimal(number.magnitude)
        if point <= -4 || point > 16 {
            let exponent = point - 1
            let fraction = digits.count > 1 ? ".\(digits.dropFirst())" : ""
            let power = String(exponent.magnitude)
            return
                "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(power.count < 2 ? "0" : "")\(power)"
        }
        if point <= 0 { return "\(sign)0.\(zeros(-point))\(digits)" }
        if point >= digits.count { return "\(sign)\(digits)\(zeros(point - digits.count)).0" }
        return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
    }

    private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

    /// The number's digits, without zeros at either end, and how many of them stand before the decimal point.
    private static func decimal(_ number: Double) -> (digits: String, point: Int) {
        let parts = number.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = mantissa[0].drop { $0 == "0" }
        let fraction = mantissa.count > 1 ? mantissa[1] : ""
        var point = whole.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        var digits = whole + fraction
        if whole.isEmpty {
            let zeros = fraction.prefix { $0 == "0" }.count
            guard zeros < fraction.count else { return ("0", 1) }
            digits = fraction.dropFirst(zeros)
            point -= zeros
        }
        while digits.last == "0", digits.count > 1 { digits.removeLast() }
        return (String(digits), point)
    }

    /// In single quotation marks, or in double ones where only those need no escape; what cannot be printed is escaped.
    static func repr(_ text: String) -> String {
        let quote: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        var result = String.UnicodeScalarView([quote])
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n".unicodeScalars
            case "\r": result += "\\r".unicodeScalars
            case "\t": result += "\\t".unicodeScalars
            case "\\", quote: result += ["\\", scalar]
            case _ where isPrinted(scalar): result.append(scalar)
            default: result += escape(scalar).unicodeScalars
            }
        }
        result.append(quote)
        return String(result)
    }

    private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        let (letter, width) =
            switch scalar.value {
            case ..<0x100: ("x", 2)
            case ..<0x1_0000: ("u", 4)
            default: ("U", 8)
            }
        return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
    }
}
