/// Labels that are shown together, cut to the room there is so that those which differ still do.
///
/// Words that many of the labels share tell the least and are cut first: to their beginning, then altogether, and alike
/// in all labels that are too long. What then still is loses one piece, at the first place at which the labels stay
/// different.
struct DistinctLabels {
    /// One for each label, in their order.
    private(set) var texts: [String]

    private let fits: (String) -> Bool
    /// Which of the labels are too long as they are.
    private let areLong: [Bool]
    /// How many of the labels are different.
    private let count: Int

    init(_ labels: [String], fits: @escaping (String) -> Bool) {
        texts = labels
        self.fits = fits
        count = Set(labels).count
        areLong = labels.map { !fits($0) }
        guard hasLong else { return }
        let words = Self.sharedWords(of: labels)
        let first = Set(labels.compactMap { Self.words(of: $0).first })
        for word in words where hasLong { replace(word, by: Self.abbreviated(word)) }
        // What a label begins with says what it is of; numbers that are not the same in all are what tells them apart.
        let constant = Set(words.filter { word in labels.allSatisfy { Self.words(of: $0).contains(word) } })
        for word in words where hasLong && !first.contains(word) {
            if constant.contains(word) || word.first?.isLetter ?? false { replace(word, by: "…") }
        }
        if hasLong { cut() }
    }

    private var hasLong: Bool { !texts.allSatisfy(fits) }

    /// Those of at least two labels, the most common and then the longest first.
    private static func sharedWords(of labels: [String]) -> [String] {
        var counts: [String: Int] = [:]
        for label in Set(labels) {
            for word in Set(words(of: label)) { counts[word, default: 0] += 1 }
        }
        return counts.filter { $0.value > 1 }.sorted {
            ($1.value, $1.key.count, $0.key) < ($0.value, $0.key.count, $1.key)
        }.map(\.key)
    }

    /// Without the commas behind them.
    private static func words(of label: String) -> [String] {
        label.split(separator: " ").map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
    }

    /// The last part of a dotted name, or the beginning of a long one; numbers stay as they are.
    private static func abbreviated(_ word: String) -> String {
        guard word.first?.isLetter ?? false else { return word }
        if let last = word.split(separator: ".").last, last.count < word.count { return String(last) }
        return word.count > 6 ? word.prefix(4) + "…" : word
    }

    /// Shortens one word in all labels that are too long, unless these would then look alike.
    private mutating func replace(_ word: String, by shorter: String) {
        if word == shorter { return }
        let abbreviation = Self.abbreviated(word)
        let changed = zip(texts, areLong).map { text, isLong in
            if !isLong { return text }
            let words = text.split(separator: " ").map { part -> String in
                let (core, comma) = part.hasSuffix(",") ? (part.dropLast(), ",") : (part, "")
                return (core == word || core == abbreviation ? shorter : String(core)) + comma
            }
            return Self.joined(words)
        }
        if Set(changed).count == count { texts = changed }
    }

    /// Words left out beside each other leave one mark.
    private static func joined(_ words: [String]) -> String {
        var kept: [String] = []
        for word in words {
            let isMark = word == "…" || word == "…,"
            if isMark, kept.last?.hasSuffix("…") ?? false {
                kept[kept.count - 1] += word.dropFirst()
            } else if isMark, kept.last == "…," {
                kept[kept.count - 1] = word
            } else {
                kept.append(word)
            }
        }
        return kept.joined(separator: " ")
    }

    /// Takes out of what is too long as much as must go: of the middle, since names differ at their ends, or of
    /// another place, where only that keeps them apart.
    private mutating func cut() {
        let choices = [0.5, 1, 0, 0.75, 0.25].map { share in
            texts.map { fits($0) ? $0 : shortened($0, headShare: share) }
        }
        texts = choices.first { Set($0).count == count } ?? choices[0]
    }

    private func shortened(_ text: String, headShare: Double) -> String {
        let characters = Array(text)
        func without(_ count: Int) -> String {
            let kept = characters.count - count
            let head = Int((Double(kept) * headShare).rounded(.up))
            return String(characters[..<head]) + "…" + String(characters[(head + count)...])
        }
        var (enough, tooFew) = (characters.count, 0)
        while enough - tooFew > 1 {
            let half = (enough + tooFew) / 2
            if fits(without(half)) { enough = half } else { tooFew = half }
        }
        return without(enough)
    }
}
