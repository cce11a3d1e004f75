/// What the text of a cell says as a number.
enum CellNumber: Equatable {
    case number(Double)
    /// `nan`, `inf`, or a number beyond the range of those that are stored (±3.4·10³⁸).
    case notFinite
    case notNumber

    /// Digits with an optional sign, decimal point and exponent; nothing else is a number.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        var isNegative = false
        if let sign = text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            index = 1
        }
        var mantissa: UInt64 = 0
        var power = 0
        var digits = 0
        var hasPoint = false
        scan: while index < text.count {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                mantissa = mantissa &* 10 &+ UInt64(text[index] - UInt8(ascii: "0"))
                if hasPoint { power -= 1 }
            case UInt8(ascii: ".") where !hasPoint:
                hasPoint = true
            default:
                break scan
            }
            index += 1
        }
        guard digits > 0 else {
            self = Self.isNotFiniteName(text) ? .notFinite : .notNumber
            return
        }
        var isSimple = index == text.count
        if !isSimple, text[index] | 0x20 == UInt8(ascii: "e") {
            guard let exponent = Self.exponent(text[(index + 1)...]) else {
                self = .notNumber
                return
            }
            power += exponent
            isSimple = true
        }
        guard isSimple else {
            self = .notNumber
            return
        }
        // Both factors are exact below these bounds, so that one rounding gives the nearest number (W. D. Clinger,
        // "How to read floating point numbers accurately", PLDI 1990).
        var value: Double
        if digits <= 19, mantissa <= 1 << 53, abs(power) < Self.powers.count {
            let magnitude = Double(mantissa)
            value = power < 0 ? magnitude / Self.powers[-power] : magnitude * Self.powers[power]
            if isNegative { value = -value }
        } else {
            value = Double(String(decoding: text, as: UTF8.self)) ?? .nan
        }
        self = abs(value) <= Double(Float.greatestFiniteMagnitude) ? .number(value) : .notFinite
    }

    private static let powers: [Double] = (0...22).map { power in (0..<power).reduce(1) { value, _ in value * 10 } }

    /// The exponent after the `e`, at most ten million in magnitude; nil if it is none.
    private static func exponent(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var digits = text
        let sign = digits.first
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
        if digits.isEmpty { return nil }
        var exponent = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            exponent = min(exponent * 10 + Int(digit - UInt8(ascii: "0")), 10_000_000)
        }
        return sign == UInt8(ascii: "-") ? -exponent : exponent
    }

    private static func isNotFiniteName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= 9 else { return false }
        var name = String(decoding: text, as: UTF8.self).lowercased()
        if name.hasPrefix("-") || name.hasPrefix("+") { name.removeFirst() }
        return ["nan", "inf", "infinity"].contains(name)
    }
}
