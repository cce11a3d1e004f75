/// Where a printed line says that its values were measured.
enum PrintedPlace {
    /// The epoch that a line names: `Epoch 3`, `epoch: [4][10/390]`, `'epoch': '0.94'`; nil where it names none.
    static func epoch(in line: UnsafeBufferPointer<UInt8>) -> Int? {
        var position = 0
        while position + 5 < line.count {
            defer { position += 1 }
            guard line[position] | 0x20 == UInt8(ascii: "e"), line.holds("epoch", at: position) else { continue }
            if position > 0, isPartOfName(line[position - 1]) { continue }
            if isOther(line, before: position) { continue }
            if let epoch = count(in: line, after: position + 5) { return epoch }
        }
        return nil
    }

    /// The step that a line names. One in the midst of an epoch is none, since it begins anew with each.
    static func step(in line: UnsafeBufferPointer<UInt8>, hasEpoch: Bool) -> Int? {
        // XGBoost and LightGBM: `[50]` and a tab, at the line's start.
        if line.first == UInt8(ascii: "["), let (value, end) = PrintedNumber.number(in: line, from: 1),
            end + 1 < line.count,
            line[end] == UInt8(ascii: "]"), line[end + 1].isSpace, value >= 0, value == value.rounded()
        {
            return Int(exactly: value)
        }
        // CatBoost: `50:` and a tab.
        if line.first?.isDigit == true, let (value, end) = PrintedNumber.number(in: line, from: 0),
            end + 1 < line.count,
            line[end] == UInt8(ascii: ":"), line[end + 1] == 0x09, value == value.rounded()
        {
            return Int(exactly: value)
        }
        var position = 0
        while position + 4 < line.count {
            defer { position += 1 }
            if position > 0, isPartOfName(line[position - 1]) { continue }
            for (name, isGlobal) in names where isGlobal || !hasEpoch {
                guard line.holds(name, at: position) else { continue }
                if let step = wholeCount(in: line, after: position + name.utf8CodeUnitCount) { return step }
            }
        }
        return nil
    }

    private static let names: [(StaticString, Bool)] = [
        ("global_step", true), ("global step", true), ("step", false), ("iteration", false), ("iter", false),
        ("round", false),
    ]

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
            || byte == UInt8(ascii: ".")
    }

    /// Whether the word before makes it another epoch than the present one: `best epoch 3`.
    private static func isOther(_ line: UnsafeBufferPointer<UInt8>, before position: Int) -> Bool {
        guard position > 0, line[position - 1] == 0x20 else { return false }
        return (["best", "last", "from", "since", "until", "max", "every", "per"] as [StaticString]).contains { word in
            line.holds(word, at: position - 1 - word.utf8CodeUnitCount)
        }
    }

    private static func count(in line: UnsafeBufferPointer<UInt8>, after position: Int) -> Int? {
        guard let (text, _) = number(in: line, after: position) else { return nil }
        return PlaceName.count(text)
    }

    private static func wholeCount(in line: UnsafeBufferPointer<UInt8>, after position: Int) -> Int? {
        guard let (text, end) = number(in: line, after: position) else { return nil }
        if end < line.count, line[end] == UInt8(ascii: "/") || line[end] == UInt8(ascii: "%") { return nil }
        var after = end
        while after < line.count, line[after].isSpace { after += 1 }
        if after < line.count, line[after] == UInt8(ascii: "/") || line.holds("of ", at: after) { return nil }
        return Int(text)
    }

    /// The number after a word, with signs, brackets and one word in parentheses between, as in `Epoch(val) [3]`.
    private static func number(in line: UnsafeBufferPointer<UInt8>, after start: Int) -> (String, Int)? {
        var position = start
        if position < line.count, line[position] == UInt8(ascii: "(") {
            var end = position + 1
            while end < line.count, line[end].isLetter { end += 1 }
            if end > position + 1, end < line.count, line[end] == UInt8(ascii: ")") { position = end + 1 }
        }
        let signs = position
        while position < line.count, position - signs < 12, " \t:=[#('\"|".utf8.contains(line[position]) {
            position += 1
        }
        if position == start || position >= line.count || !line[position].isDigit { return nil }
        guard let (_, end) = PrintedNumber.number(in: line, from: position) else { return nil }
        if end < line.count, line[end].isLetter || line[end] == UInt8(ascii: "_") { return nil }
        var text = String(decoding: line[position..<end], as: UTF8.self)
        if text.hasSuffix(".") { text.removeLast() }
        return (text, end)
    }
}
