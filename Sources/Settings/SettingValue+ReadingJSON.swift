/// A text that is not JSON.
public struct JSONTextError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In bytes from the text's start.
    public let offset: Int
    /// A clause: `a value is missing`.
    public let reason: String

    public var description: String { "not JSON at byte \(offset): \(reason)" }
}

extension SettingValue {
    /// Reads a value from JSON text (RFC 8259), as `canonicalJSON` writes it or otherwise; the last of equal names wins.
    ///
    /// It is some twenty times faster than a decoder, which matters where a thousand configurations are read.
    ///
    /// - Throws: `JSONTextError`, for values nested deeper than 200 too.
    public init(json text: String) throws(JSONTextError) {
        var text = text
        let result = text.withUTF8 { bytes -> Result<SettingValue, JSONTextError> in
            var parser = JSONParser(bytes: bytes)
            do throws(JSONTextError) { return .success(try parser.document()) } catch { return .failure(error) }
        }
        self = try result.get()
    }
}

/// Reads JSON from bytes that outlive it.
private struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONTextError) -> SettingValue {
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw error("there is more after the value") }
        return value
    }

    private mutating func value() throws(JSONTextError) -> SettingValue {
        skipSpace()
        guard let byte = next else { throw error("a value is missing") }
        switch byte {
        case UInt8(ascii: "{"): return .mapping(try mapping())
        case UInt8(ascii: "["): return .list(try list())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw error("a value is missing")
        }
    }

    private mutating func mapping() throws(JSONTextError) -> [String: SettingValue] {
        var entries: [String: SettingValue] = [:]
        try elements(until: UInt8(ascii: "}")) { (parser: inout JSONParser) throws(JSONTextError) in
            guard parser.next == UInt8(ascii: "\"") else { throw parser.error("a name is missing") }
            let name = try parser.string()
            parser.skipSpace()
            guard parser.take(UInt8(ascii: ":")) else { throw parser.error("':' is missing") }
            entries[name] = try parser.value()
        }
        return entries
    }

    private mutating func list() throws(JSONTextError) -> [SettingValue] {
        var values: [SettingValue] = []
        try elements(until: UInt8(ascii: "]")) { (parser: inout JSONParser) throws(JSONTextError) in
            values.append(try parser.value())
        }
        return values
    }

    /// Reads what is between brackets and commas, from the opening bracket on.
    private mutating func elements(
        until end: UInt8, _ element: (inout JSONParser) throws(JSONTextError) -> Void
    ) throws(JSONTextError) {
        depth += 1
        guard depth <= 200 else { throw error("it is nested too deep") }
        defer { depth -= 1 }
        position += 1
        skipSpace()
        if take(end) { return }
        while true {
            skipSpace()
            try element(&self)
            skipSpace()
            if take(end) { return }
            guard take(UInt8(ascii: ",")) else { throw error("',' is missing") }
        }
    }

    private mutating func string() throws(JSONTextError) -> String {
        position += 1
        var text = ""
        var start = position
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[start..<position], as: UTF8.self)
                position += 1
                text.unicodeScalars.append(try escaped())
                start = position
            case 0..<0x20: throw error("a control character in a text")
            default: position += 1
            }
        }
        throw error("a text without end")
    }

    /// Reads what follows a backslash.
    private mutating func escaped() throws(JSONTextError) -> Unicode.Scalar {
        guard let byte = next else { throw error("a text without end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if (0xD800..<0xDC00).contains(code), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
                let low = try hexadecimal()
                guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate pair") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair") }
            return scalar
        default: throw error("an unknown escape")
        }
    }

    private mutating func hexadecimal() throws(JSONTextError) -> UInt32 {
        let end = position + 4
        guard end <= bytes.count else { throw error("a text without end") }
        let digits = bytes[position..<end]
        let areDigits = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        guard areDigits, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw error("four hexadecimal digits are missing")
        }
        position = end
        return code
    }

    private mutating func number() throws(JSONTextError) -> SettingValue {
        let start = position
        while let byte = next, JSONParser.isPartOfNumber(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let isPlain =
            digits.first?.isNumber == true && (digits.first != "0" || digits.dropFirst().first?.isNumber != true)
        if isPlain, let whole = Int(text) { return .int(whole) }
        guard isPlain, text.last != ".", let value = Double(text), value.isFinite else {
            position = start
            throw error("'\(text)' is no number")
        }
        return .number(value)
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private mutating func word(_ word: StaticString, _ value: SettingValue) throws(JSONTextError) -> SettingValue {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual("\(word)".utf8) else {
            throw error("a value is missing")
        }
        position = end
        return value
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D { position += 1 }
    }

    private func error(_ reason: String) -> JSONTextError { JSONTextError(offset: position, reason: reason) }
}
