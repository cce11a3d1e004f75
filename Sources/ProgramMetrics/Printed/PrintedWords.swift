/// The words of a printed line, and how they stand together.
struct PrintedWords {
    struct Word {
        let range: Range<Int>
        /// Whether it begins with a digit, or is `nan` or `inf`: it belongs to no sentence.
        let isNumeric: Bool
        /// Whether one space alone parts it from the word before, or a full stop and a space where that one is shortened
        /// as in `Val. Loss`.
        let isJoined: Bool
    }

    let line: UnsafeBufferPointer<UInt8>
    private(set) var words: [Word] = []

    init(_ line: UnsafeBufferPointer<UInt8>) {
        self.line = line
        var position = 0
        while position < line.count {
            let symbol = Self.symbolLength(in: line, at: position)
            if symbol > 0 {
                position += symbol
                continue
            }
            let start = position
            while position < line.count, Self.symbolLength(in: line, at: position) == 0 { position += 1 }
            append(start..<position)
        }
    }

    /// The word as text.
    func text(_ index: Int) -> String { String(decoding: line[words[index].range], as: UTF8.self) }

    /// The words that a name made of some words has.
    func nameWords(_ index: Int) -> [String] {
        MetricWords.words(of: UnsafeBufferPointer(rebasing: line[words[index].range]))
    }

    /// The first word that starts at or after `position`.
    func index(at position: Int) -> Int {
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].range.lowerBound < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Signs around a word do not belong to it.
    private mutating func append(_ range: Range<Int>) {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, "-./'@^".utf8.contains(line[start]) { start += 1 }
        while start < end, "-./'^".utf8.contains(line[end - 1]) { end -= 1 }
        guard start < end else { return }
        let isJoined = words.last.map { isOneSpace(from: $0.range, to: start) } ?? false
        let isNumeric =
            line[start].isDigit || PrintedNumber.number(in: line, from: start).map { $0.end == end } ?? false
        words.append(Word(range: start..<end, isNumeric: isNumeric, isJoined: isJoined))
    }

    private func isOneSpace(from word: Range<Int>, to start: Int) -> Bool {
        let end = word.upperBound
        if end + 1 == start { return line[end] == 0x20 }
        guard end + 2 == start, line[end] == UInt8(ascii: "."), line[end + 1] == 0x20, word.count < 6 else {
            return false
        }
        return MetricWords.part(of: String(decoding: line[word], as: UTF8.self).lowercased()) != nil
    }

    /// How many bytes of a sign that parts words stand at `position`; 0 where a word's byte does.
    static func symbolLength(in line: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let byte = line[position]
        if byte < 0x80 { return byte.isLetterOrDigit || "_/.-@'^".utf8.contains(byte) ? 0 : 1 }
        let next = position + 1 < line.count ? line[position + 1] : 0
        switch byte {
        case 0xC2: return min(2, line.count - position)
        case 0xC3 where next == 0x97 || next == 0xB7: return 2
        // General punctuation, arrows, boxes, blocks; full-width signs.
        case 0xE2: return min(3, line.count - position)
        case 0xEF where next == 0xBC || next == 0xBD: return min(3, line.count - position)
        // Punctuation of Chinese and Japanese.
        case 0xE3 where next == 0x80: return min(3, line.count - position)
        // Bytes that UTF-8 never has.
        case 0xC0, 0xC1, 0xF5...0xFF: return 1
        default: return 0
        }
    }
}
