/// What a metric's name says, however it is written: the part of the data, and what is measured.
///
/// `val_acc`, `Val Acc`, `valid/acc`, `acc (val)` and `validation accuracy` are one.
struct MetricWords: Hashable {
    /// The part of the data that a name may tell.
    enum Part {
        case train, validation, test, evaluation
    }

    let part: Part?
    /// Small letters and digits of all words but the part's; `accuracy` is `acc`.
    let base: String

    init(_ name: String) {
        var name = name
        self = name.withUTF8 { MetricWords(Self.words(of: $0)) }
    }

    /// What words say, as `words(of:)` gives them.
    init(_ words: [String]) {
        // A name of a part alone, such as CatBoost's `test`, is what is measured.
        let index = words.count > 1 ? words.firstIndex { Self.parts[$0] != nil } : nil
        part = index.flatMap { Self.parts[words[$0]] }
        var base = ""
        for (place, word) in words.enumerated() where place != index { base += Self.synonyms[word] ?? word }
        self.base = base
    }

    /// The words of a name in small letters: what stands between signs, and a part of the data before a capital, as in
    /// `valLoss`.
    static func words(of name: UnsafeBufferPointer<UInt8>) -> [String] {
        var words: [String] = []
        for piece in name.split(whereSeparator: { !$0.isLetterOrDigit && $0 < 0x80 }) {
            if let capital = piece.dropFirst().firstIndex(where: { $0 &- 0x41 < 26 }), piece[capital - 1] &- 0x61 < 26 {
                let start = String(decoding: piece[..<capital], as: UTF8.self).lowercased()
                if parts[start] != nil {
                    words += [start, String(decoding: piece[capital...], as: UTF8.self).lowercased()]
                    continue
                }
            }
            words.append(String(decoding: piece, as: UTF8.self).lowercased())
        }
        return words
    }

    /// The part of the data that a word in small letters is the name of.
    static func part(of word: String) -> Part? { parts[word] }

    private static let parts: [String: Part] = [
        "train": .train, "training": .train, "trn": .train, "val": .validation, "valid": .validation,
        "validation": .validation, "validate": .validation, "dev": .validation, "test": .test, "testing": .test,
        "eval": .evaluation, "evaluation": .evaluation,
    ]
    private static let synonyms = ["accuracy": "acc", "perplexity": "ppl"]

    /// Texts in small letters of which one stands in each way to write a name.
    static func anchors(of name: String) -> [[UInt8]] {
        var name = name
        let words = name.withUTF8 { Self.words(of: $0) }
        let letters = words.filter { parts[$0] == nil }.flatMap { (word: String) -> [String] in
            word.split(whereSeparator: \.isNumber).map(String.init)
        }
        let plain = letters.filter { synonyms[$0] == nil && !synonyms.values.contains($0) }
        if let longest = plain.max(by: { $0.count < $1.count }), longest.count > 2 || letters == plain {
            return [Self.asciiLowercased(longest)]
        }
        if letters.contains(where: { $0.hasPrefix("acc") }) { return [Array("acc".utf8)] }
        if !letters.isEmpty { return [Array("ppl".utf8), Array("perplexity".utf8)] }
        return words.isEmpty ? [Self.asciiLowercased(name)] : [Self.asciiLowercased(words[0])]
    }

    private static func asciiLowercased(_ text: String) -> [UInt8] { text.utf8.map(\.lowercased) }
}
