/// A Python dictionary of the few forms that stand in a NumPy header.
struct PythonDictionary {
    enum Value: Hashable {
        case text(String)
        case bool(Bool)
        /// Of whole numbers from 0 up.
        case tuple([Int])
        /// A list, whose content is not read.
        case other
    }

    let entries: [String: Value]

    /// nil unless the bytes are just one dictionary, blanks, and a line's end.
    init?(_ bytes: [UInt8]) {
        var reader = Reader(rest: bytes[...])
        guard let entries = reader.dictionary(), reader.isAtEnd else { return nil }
        self.entries = entries
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        var isAtEnd: Bool { rest.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") } }

        mutating func dictionary() -> [String: Value]? {
            guard take("{") else { return nil }
            var entries: [String: Value] = [:]
            while !take("}") {
                guard let name = text(), take(":"), let value = value(), entries[name] == nil else { return nil }
                entries[name] = value
                // A comma may also follow the last entry.
                if !take(",") { return take("}") ? entries : nil }
            }
            return entries
        }

        private mutating func value() -> Value? {
            skipBlanks()
            switch rest.first {
            case UInt8(ascii: "("): return tuple()
            case UInt8(ascii: "["): return list()
            case UInt8(ascii: "T"): return take("True") ? .bool(true) : nil
            case UInt8(ascii: "F"): return take("False") ? .bool(false) : nil
            default: return text().map(Value.text)
            }
        }

        private mutating func tuple() -> Value? {
            guard take("(") else { return nil }
            var numbers: [Int] = []
            while !take(")") {
                guard numbers.count < 32, let number = number() else { return nil }
                numbers.append(number)
                if !take(",") { return numbers.count > 1 && take(")") ? .tuple(numbers) : nil }
            }
            return .tuple(numbers)
        }

        /// Skips to the bracket that closes the list.
        private mutating func list() -> Value? {
            var depth = 0
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "[") { depth += 1 }
                if byte == UInt8(ascii: "]") { depth -= 1 }
                if depth == 0 { return .other }
            }
            return nil
        }

        private mutating func number() -> Int? {
            skipBlanks()
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(digits.count)
            // Python 2 marked long numbers.
            if rest.first == UInt8(ascii: "L") { rest = rest.dropFirst() }
            return Int(String(decoding: digits, as: UTF8.self))
        }

        private mutating func text() -> String? {
            skipBlanks()
            guard let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
            let content = rest.dropFirst().prefix { $0 != quote && $0 != UInt8(ascii: "\\") }
            rest = rest.dropFirst(1 + content.count)
            guard rest.first == quote else { return nil }
            rest = rest.dropFirst()
            return String(validating: content, as: UTF8.self)
        }

        private mutating func take(_ word: String) -> Bool {
            skipBlanks()
            guard rest.starts(with: word.utf8) else { return false }
            rest = rest.dropFirst(word.utf8.count)
            return true
        }

        private mutating func skipBlanks() {
            rest = rest.drop { $0 == UInt8(ascii: " ") }
        }
    }
}
