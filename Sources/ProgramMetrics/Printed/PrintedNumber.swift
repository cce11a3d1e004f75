/// Numbers as programs print them.
enum PrintedNumber {
    /// The number that `bytes` hold from `start` on, `nan` and `inf` in any case too, and where it ends; nil if there is
    /// none. What follows is not looked at.
    static func number(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (value: Double, end: Int)? {
        var position = start
        var isNegative = false
        if position < bytes.count, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
            isNegative = bytes[position] == UInt8(ascii: "-")
            position += 1
        }
        if let (value, end) = word(in: bytes, from: position) { return (isNegative ? -value : value, end) }
        let whole = digits(in: bytes, from: position)
        var end = whole
        var hasDigits = whole > position
        if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
            let fraction = digits(in: bytes, from: end + 1)
            if fraction > end + 1 || hasDigits {
                hasDigits = hasDigits || fraction > end + 1
                end = fraction
            }
        }
        guard hasDigits, end - start <= longest else { return nil }
        if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
            var exponent = end + 1
            if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "-") || bytes[exponent] == UInt8(ascii: "+") {
                exponent += 1
            }
            let last = digits(in: bytes, from: exponent)
            if last > exponent, last - exponent <= 9 { end = last }
        }
        var text = String(decoding: bytes[start..<end], as: UTF8.self)
        if text.hasSuffix(".") { text.removeLast() }
        guard let value = Double(text) else { return nil }
        return (value, end)
    }

    /// The number that a text is as a whole, but for space around it.
    static func value(ofWhole text: String) -> Double? {
        var text = text
        return text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count, bytes[start] == 0x20 { start += 1 }
            guard let number = number(in: bytes, from: start) else { return nil }
            var end = number.end
            while end < bytes.count, bytes[end] == 0x20 { end += 1 }
            return end == bytes.count ? number.value : nil
        }
    }

    private static let longest = 400

    private static func digits(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
        return end
    }

    private static func word(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Double, Int)? {
        for (word, value) in [("infinity", Double.infinity), ("inf", .infinity), ("nan", .nan)]
            as [(StaticString, Double)]
        {
            let end = start + word.utf8CodeUnitCount
            guard end <= bytes.count, bytes.holds(word, at: start) else { continue }
            if end < bytes.count, bytes[end].isLetterOrDigit || bytes[end] == UInt8(ascii: "_") { continue }
            return (value, end)
        }
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `word`, of small letters, stands at `start` in any case.
    func holds(_ word: StaticString, at start: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard start >= 0, start + count <= self.count else { return false }
        return word.withUTF8Buffer { word in (0..<count).allSatisfy { self[start + $0].lowercased == word[$0] } }
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isLetterOrDigit: Bool { isDigit || isLetter }
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
    var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
