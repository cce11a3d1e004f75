/// The value that stands after a metric's name.
struct PrintedValue {
    let value: Double
    /// Where the text of the value ends.
    let end: Int
    /// Whether a sign parts it from the name, not space alone.
    let hasSign: Bool

    /// Reads what follows a name that ends at `nameEnd`; nil where no value does.
    init?(after nameEnd: Int, in words: PrintedWords) {
        let line = words.line
        var scanner = ValueScanner(line: line, position: nameEnd)
        guard let hasSign = scanner.separator(), let value = scanner.value() else { return nil }
        self.hasSign = hasSign
        self.value = scanner.mean(of: value) ?? value
        end = scanner.position
        if scanner.isArrowNext || Self.isSentence(from: end, in: words, hasSign: hasSign) { return nil }
    }

    /// Whether what follows makes a sentence of it: `val_acc 0.9 is the best`, `val_loss: 3 epochs without progress`.
    private static func isSentence(from end: Int, in words: PrintedWords, hasSign: Bool) -> Bool {
        let line = words.line
        guard end + 1 < line.count, line[end] == 0x20, line[end + 1].isLetter else { return false }
        let first = words.index(at: end + 1)
        var last = first
        guard first < words.words.count else { return false }
        while last + 1 < words.words.count, words.words[last + 1].isJoined, !words.words[last + 1].isNumeric {
            last += 1
        }
        var next = words.words[last].range.upperBound
        while next < line.count,
            line[next].isSpace || line[next] == UInt8(ascii: "'") || line[next] == UInt8(ascii: "\"")
        {
            next += 1
        }
        let isName =
            next < line.count
            && (":=[(".utf8.contains(line[next]) || PrintedNumber.number(in: line, from: next) != nil
                || (line[next] >= 0x80 && PrintedWords.symbolLength(in: line, at: next) > 0))
        if isName { return false }
        return hasSign ? counted.contains(words.text(first).lowercased()) : true
    }

    /// What a number counts, rather than being a value.
    private static let counted: Set<String> = [
        "epoch", "epochs", "step", "steps", "times", "out", "of", "iterations", "rounds", "evaluations", "runs",
    ]
}

/// Reads a separator and a value from a place in a line.
private struct ValueScanner {
    let line: UnsafeBufferPointer<UInt8>
    var position: Int

    /// Reads what parts a name from its value: whether it is a sign, not space alone; nil where there is neither.
    mutating func separator() -> Bool? {
        while let byte = next, "'\"`*".utf8.contains(byte) { position += 1 }
        // A shortened name: `acc.: 0.5`.
        if next == UInt8(ascii: "."), position + 1 < line.count, ":=".utf8.contains(line[position + 1]) {
            position += 1
        }
        let start = position
        skipSpace()
        for unit in ["(%)", "[%]"] as [StaticString] where line.holds(unit, at: position) { position += 3 }
        skipSpace()
        let hasSpace = position > start
        switch next {
        case UInt8(ascii: ":")?:
            position += 1
            if next == UInt8(ascii: ":") { return nil }
            take(UInt8(ascii: "="))
        case UInt8(ascii: "=")?:
            position += 1
            if next == UInt8(ascii: "=") { return nil }
            take(UInt8(ascii: ">"))
        case UInt8(ascii: "|")?: position += 1
        // '：' and '＝', and the upright lines of boxes.
        case 0xEF? where line.holds("\u{FF1A}", at: position) || line.holds("\u{FF1D}", at: position): position += 3
        case 0xE2?
        where line.holds("│", at: position) || line.holds("┃", at: position) || line.holds("║", at: position):
            position += 3
        default:
            return hasSpace ? false : nil
        }
        skipSpace()
        return true
    }

    /// Reads a number, as it is or as Python writes a tensor, an array of one or a quoted text.
    mutating func value() -> Double? {
        var quote: UInt8?
        var isWrapped = false
        for _ in 0..<6 {
            skipSpace()
            guard let byte = next else { return nil }
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                guard quote == nil else { return nil }
                quote = byte
                position += 1
            } else if byte == UInt8(ascii: "[") {
                isWrapped = true
                position += 1
            } else if let end = wrapperEnd() {
                isWrapped = true
                position = end
            } else {
                break
            }
        }
        guard let (value, end) = PrintedNumber.number(in: line, from: position) else { return nil }
        position = end
        if isWrapped { return isSingle() ? value : nil }
        if let quote {
            take(UInt8(ascii: "%"))
            guard next == quote else { return nil }
            position += 1
            return value
        }
        return bareValue(value)
    }

    /// Where the number of `tensor(`, `np.float32(` or `<tf.Tensor: …, numpy=` begins.
    private func wrapperEnd() -> Int? {
        if line.holds("<tf.tensor", at: position) {
            return (position..<min(position + 200, line.count)).first { line.holds("numpy=", at: $0) }.map { $0 + 6 }
        }
        var end = position
        while end < line.count,
            line[end].isLetterOrDigit || line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: "_")
        {
            end += 1
        }
        guard end > position, end < line.count, line[end] == UInt8(ascii: "("), line[position].isLetter else {
            return nil
        }
        let name = String(decoding: line[position..<end], as: UTF8.self)
        let isKnown =
            ["np.", "numpy.", "jnp.", "torch."].contains { name.hasPrefix($0) } || Self.wrappers.contains(name)
        return isKnown ? end + 1 : nil
    }

    private static let wrappers: Set<String> = [
        "tensor", "Tensor", "array", "Array", "DeviceArray", "tf.Tensor", "float", "float32", "float64", "Decimal",
    ]

    /// Reads past brackets; false where a list has more numbers.
    private mutating func isSingle() -> Bool {
        skipSpace()
        switch next {
        case UInt8(ascii: "]")?, UInt8(ascii: ")")?, UInt8(ascii: ">")?, nil: break
        case UInt8(ascii: ",")?:
            var after = position + 1
            while after < line.count, line[after].isSpace { after += 1 }
            guard after < line.count, line[after].isLetter else { return false }
        default: return false
        }
        while let byte = next, byte != UInt8(ascii: " ") && byte != UInt8(ascii: ",") { position += 1 }
        return true
    }

    /// Looks at what follows a bare number: nil where it is part of a time, a unit, a file's name or a date.
    private mutating func bareValue(_ value: Double) -> Double? {
        guard let byte = next else { return value }
        let after = position + 1 < line.count ? line[position + 1] : 0x20
        switch byte {
        case UInt8(ascii: "%"):
            position += 1
            return after.isLetterOrDigit ? nil : value
        case UInt8(ascii: "/"): return fraction(of: value)
        case UInt8(ascii: ","): return thousands(after: value)
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"):
            let isPart =
                after.isDigit || (byte != UInt8(ascii: ":") && after.isLetter) || after == byte
                || after == UInt8(ascii: ">")
            return isPart ? nil : value
        case UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "^"): return nil
        default: return byte.isLetterOrDigit ? nil : value
        }
    }

    /// `9836/10000` is a share, and `9836/10000 (98%)` one in percent.
    private mutating func fraction(of count: Double) -> Double? {
        guard let (total, end) = PrintedNumber.number(in: line, from: position + 1) else { return nil }
        guard total > 0, count >= 0, count <= total, count == count.rounded(), total == total.rounded() else {
            return nil
        }
        if end < line.count, line[end].isLetterOrDigit || line[end] == UInt8(ascii: "/") { return nil }
        position = end
        skipSpace()
        guard next == UInt8(ascii: "("), let percent = PrintedNumber.number(in: line, from: position + 1),
            percent.end < line.count, line[percent.end] == UInt8(ascii: "%")
        else {
            position = end
            return count / total
        }
        position = min(percent.end + 2, line.count)
        return 100 * count / total
    }

    /// `1,234.5`: only with a decimal point, since a comma may part pairs too.
    private mutating func thousands(after value: Double) -> Double? {
        var (total, end) = (value, position)
        guard value == value.rounded(), abs(value) < 1000, line[position - 1].isDigit else { return value }
        while end + 3 < line.count, line[end] == UInt8(ascii: ","), (1...3).allSatisfy({ line[end + $0].isDigit }) {
            let group = (1...3).reduce(0.0) { $0 * 10 + Double(line[end + $1] - 0x30) }
            total = total * 1000 + (value < 0 ? -group : group)
            end += 4
        }
        guard end > position, end + 1 < line.count, line[end] == UInt8(ascii: "."), line[end + 1].isDigit,
            let (rest, last) = PrintedNumber.number(in: line, from: end)
        else { return value }
        position = last
        return total + (value < 0 ? -rest : rest)
    }

    /// The mean that an average meter prints in parentheses after the last value; nil where there is none, or where it
    /// is rather a deviation.
    mutating func mean(of value: Double) -> Double? {
        let start = position
        skipSpace()
        guard next == UInt8(ascii: "(") else {
            position = start
            return nil
        }
        position += 1
        skipSpace()
        if let (mean, end) = PrintedNumber.number(in: line, from: position) {
            position = end
            skipSpace()
            take(UInt8(ascii: "%"))
            if next == UInt8(ascii: ")") {
                position += 1
                return abs(mean) < abs(value) / 5 && !isNameNext ? nil : mean
            }
        }
        position = start
        return nil
    }

    /// Whether a name follows, as after one of several meters.
    private var isNameNext: Bool {
        var after = position
        while after < line.count, line[after].isSpace || line[after] == UInt8(ascii: ",") { after += 1 }
        return after < line.count && line[after].isLetter
    }

    /// Whether `->` follows: a change is told, not a value.
    var isArrowNext: Bool {
        var after = position
        while after < line.count, line[after].isSpace { after += 1 }
        return ["->", "-->", "=>", "→", "==>"].contains { (arrow: StaticString) in line.holds(arrow, at: after) }
    }

    private var next: UInt8? { position < line.count ? line[position] : nil }

    private mutating func take(_ byte: UInt8) { if next == byte { position += 1 } }

    private mutating func skipSpace() { while let byte = next, byte.isSpace { position += 1 } }
}
