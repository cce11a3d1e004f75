/// Numbers of a JSON object, as Python writes it, each with its path.
///
/// Python's `json` writes `NaN`, `Infinity` and `-Infinity`, which RFC 8259 does not know.
struct FlatJSON {
    /// A number, or a text.
    struct Entry {
        /// Names from the outermost object inwards, joined with dots.
        let name: String
        /// As it is written: `0.5`, `NaN`.
        let text: String
        let value: Double
    }

    /// Numbers in the order of the text.
    private(set) var numbers: [Entry] = []
    /// Texts that hold a number, such as `"0.5696"`.
    private(set) var quotedNumbers: [Entry] = []
    /// Values that are `true`, by name.
    private(set) var claims: Set<String> = []

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// Reads one object that may have space around it; nil if it is not whole, or anything else.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        skipSpace()
        guard next == UInt8(ascii: "{"), value(name: "", depth: 0) else { return nil }
        skipSpace()
        guard position == bytes.count else { return nil }
    }

    private mutating func value(name: String, depth: Int) -> Bool {
        skipSpace()
        switch next {
        case UInt8(ascii: "{")?: return depth < Self.deepest && object(name: name, depth: depth + 1)
        case UInt8(ascii: "[")?: return depth < Self.deepest && list(name: name, depth: depth + 1)
        case UInt8(ascii: "\"")?:
            guard let text = string() else { return false }
            if text.utf8.count < 40, let value = PrintedNumber.value(ofWhole: text) {
                quotedNumbers.append(Entry(name: name, text: text, value: value))
            }
            return true
        default: return word(name: name)
        }
    }

    private mutating func object(name: String, depth: Int) -> Bool {
        elements(until: UInt8(ascii: "}")) { reader in
            guard reader.next == UInt8(ascii: "\""), let key = reader.string() else { return false }
            reader.skipSpace()
            guard reader.take(UInt8(ascii: ":")) else { return false }
            return reader.value(name: name.isEmpty ? key : name + "." + key, depth: depth)
        }
    }

    /// A list is no metric; it is read to find its end.
    private mutating func list(name: String, depth: Int) -> Bool {
        let (numbers, quotedNumbers, claims) = (numbers, quotedNumbers, claims)
        defer { (self.numbers, self.quotedNumbers, self.claims) = (numbers, quotedNumbers, claims) }
        return elements(until: UInt8(ascii: "]")) { $0.value(name: "", depth: depth) }
    }

    private mutating func elements(until end: UInt8, _ element: (inout FlatJSON) -> Bool) -> Bool {
        position += 1
        skipSpace()
        if take(end) { return true }
        while true {
            skipSpace()
            guard element(&self) else { return false }
            skipSpace()
            if take(end) { return true }
            guard take(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func word(name: String) -> Bool {
        let start = position
        while let byte = next, Self.isPartOfWord(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        switch text {
        case "": return false
        case "true": claims.insert(name)
        case "false", "null": break
        default:
            guard let value = PrintedNumber.value(ofWhole: text) else { return false }
            numbers.append(Entry(name: name, text: text, value: value))
        }
        return true
    }

    private mutating func string() -> String? {
        position += 1
        let start = position
        var hasEscape = false
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                hasEscape = true
                position += 1
            }
            position += 1
        }
        guard next != nil else { return nil }
        defer { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return hasEscape ? Self.unescaped(text) : text
    }

    private static func unescaped(_ text: String) -> String {
        var units: [UInt16] = []
        var rest = text.utf16[...]
        while let unit = rest.popFirst() {
            guard unit == 0x5C, let escape = rest.popFirst() else {
                units.append(unit)
                continue
            }
            switch Unicode.Scalar(escape) {
            case "n": units.append(0x0A)
            case "t": units.append(0x09)
            case "r": units.append(0x0D)
            case "b": units.append(0x08)
            case "f": units.append(0x0C)
            case "u":
                let digits = rest.prefix(4)
                rest = rest.dropFirst(4)
                units.append(UInt16(String(decoding: digits, as: UTF16.self), radix: 16) ?? 0xFFFD)
            default: units.append(escape)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static let deepest = 32

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || (0x09...0x0D).contains(byte) { position += 1 }
    }
}
