/// Reads the values of metrics in one printed line.
struct PrintedLine {
    /// A value, and how surely it is the metric's.
    struct Hit {
        let metric: Int
        let value: Double
        let doubt: Int
        let isExact: Bool
    }

    private let metrics: [AskedMetric]
    private let words: PrintedWords
    private(set) var hits: [Hit] = []
    /// Names that are near to a metric's but are not it.
    private(set) var nearNames: [String] = []
    private var section: MetricWords.Part?
    private var neighbour: MetricWords.Part?

    /// - Parameter section: The part of the data that lines before have told.
    init(_ line: UnsafeBufferPointer<UInt8>, metrics: [AskedMetric], section: MetricWords.Part?) {
        self.metrics = metrics
        self.section = section
        words = PrintedWords(line)
        if (0..<line.count).contains(where: { line[$0] == UInt8(ascii: "N") && line.holds("namespace(", at: $0) }) {
            return
        }
        var runStart = 0
        for index in words.words.indices {
            if !words.words[index].isJoined { runStart = index }
            let isRunEnd = index + 1 == words.words.count || !words.words[index + 1].isJoined
            let value =
                words.words[index].isNumeric && isRunEnd && index == runStart
                ? nil : PrintedValue(after: words.words[index].range.upperBound, in: words)
            if let value { readPair(endingAt: index, runStart: runStart, value) }
            readSection(endingAt: index, runStart: runStart, isRunEnd: isRunEnd, hasValue: value != nil)
        }
        readLiterals()
    }

    /// The part of the data that a line is a heading of: `val:`, `[train]`, `=== Validation ===`; nil for others.
    static func heading(_ line: UnsafeBufferPointer<UInt8>) -> MetricWords.Part? {
        guard line.count < 80 else { return nil }
        let words = PrintedWords(line)
        guard (1...4).contains(words.words.count) else { return nil }
        let texts = words.words.indices.map { words.text($0).lowercased() }
        guard texts.allSatisfy({ MetricWords.part(of: $0) != nil || fillers.contains($0) }) else { return nil }
        let parts = Set(texts.compactMap { MetricWords.part(of: $0) })
        return parts.count == 1 ? parts.first : nil
    }

    private mutating func readPair(endingAt last: Int, runStart: Int, _ value: PrintedValue) {
        var names: [String] = []
        var best: (first: Int, found: [(metric: Int, doubt: Int)], part: MetricWords.Part?)?
        for first in stride(from: last, through: max(runStart, last - 5), by: -1) {
            names = words.nameWords(first) + names
            let name = MetricWords(names)
            let found = metrics.indices.compactMap { index in
                metrics[index].literal == nil
                    ? metrics[index].doubt(of: name, section: section, neighbour: neighbour).map {
                        (metric: index, doubt: $0)
                    }
                    : nil
            }
            if !found.isEmpty { best = (first, found, name.part) }
        }
        if let best, let doubt = doubtBefore(best.first, runStart: runStart, part: best.part) {
            let text = words.line[words.words[best.first].range.lowerBound..<words.words[last].range.upperBound]
            let exact = best.found.filter { text.elementsEqual(metrics[$0.metric].name.utf8) }
            for (metric, ownDoubt) in exact.isEmpty ? best.found : exact {
                add(metric, value, doubt: ownDoubt + doubt, isExact: !exact.isEmpty)
            }
        } else {
            noteNearName(endingAt: last, runStart: runStart)
        }
        if let part = MetricWords.part(of: words.text(runStart).lowercased()), runStart < last { neighbour = part }
    }

    private mutating func add(_ metric: Int, _ value: PrintedValue, doubt: Int, isExact: Bool) {
        let hit = Hit(metric: metric, value: value.value, doubt: doubt, isExact: isExact)
        guard let index = hits.firstIndex(where: { $0.metric == metric }) else { return hits.append(hit) }
        let former = hits[index]
        if (hit.doubt, hit.isExact ? 0 : 1) < (former.doubt, former.isExact ? 0 : 1) { hits[index] = hit }
    }

    /// Whether the words before a name leave it what it is: nil if they do not, else the doubt that they cast on it.
    private func doubtBefore(_ first: Int, runStart: Int, part: MetricWords.Part?) -> Int? {
        let start = words.words[first].range.lowerBound
        // An argument of a command line.
        if start > 0, words.line[start - 1] == UInt8(ascii: "-") { return nil }
        var doubt = 0
        var index = first - 1
        while index >= runStart, words.words[index + 1].isJoined, !words.words[index].isNumeric {
            let word = words.text(index).lowercased()
            if word == "final" || word == "overall" {
                doubt = 1
            } else if !Self.harmless.contains(word), part == nil || MetricWords.part(of: word) != part {
                return nil
            }
            index -= 1
        }
        return doubt
    }

    /// Notes the part of the data that words tell which end at `last`, as in `Test set:` and `[val]`, of what follows.
    private mutating func readSection(endingAt last: Int, runStart: Int, isRunEnd: Bool, hasValue: Bool) {
        guard isRunEnd, last - runStart < 4 else { return }
        var next = words.words[last].range.upperBound
        while next < words.line.count, words.line[next].isSpace { next += 1 }
        guard next < words.line.count, hasValue || ":|-])>".utf8.contains(words.line[next]) else { return }
        // The words are looked up last, since that is slow.
        guard !hasValue || words.line.holds("epoch", at: words.words[last].range.lowerBound) else { return }
        let texts = (runStart...last).map { words.text($0).lowercased() }
        guard texts.allSatisfy({ MetricWords.part(of: $0) != nil || Self.fillers.contains($0) || $0 == "epoch" }) else {
            return
        }
        let parts = texts.compactMap { MetricWords.part(of: $0) }
        if parts.count == 1 { section = parts[0] }
    }

    /// Names with odd signs, as they are.
    private mutating func readLiterals() {
        let line = words.line
        for (index, metric) in metrics.enumerated() {
            guard let literal = metric.literal, !literal.isEmpty, literal.count < line.count else { continue }
            for start in 0...(line.count - literal.count)
            where line[start] == literal[0] && literal.indices.allSatisfy({ line[start + $0] == literal[$0] }) {
                if start > 0, PrintedWords.symbolLength(in: line, at: start - 1) == 0 { continue }
                guard let value = PrintedValue(after: start + literal.count, in: words) else { continue }
                add(index, value, doubt: 0, isExact: true)
            }
        }
    }

    private mutating func noteNearName(endingAt last: Int, runStart: Int) {
        guard nearNames.count < 8, !words.words[last].isNumeric else { return }
        let first = max(runStart, last - 2)
        let base = MetricWords(words.nameWords(last)).base
        guard metrics.contains(where: { $0.words.base == base }) else { return }
        let start = words.words[first].range.lowerBound
        nearNames.append(String(decoding: words.line[start..<words.words[last].range.upperBound], as: UTF8.self))
    }

    private static let fillers: Set<String> = [
        "set", "results", "result", "metrics", "phase", "mode", "loader", "dataset", "data", "performance", "step",
        "loop",
    ]
    /// Words before a name that do not make another metric of it.
    private static let harmless: Set<String> = [
        "info", "debug", "warning", "warn", "error", "epoch", "step", "iter", "iteration", "average", "avg", "mean",
        "current", "result", "results", "metric", "metrics", "end", "of", "done", "finished", "and", "with", "the",
        "set",
    ]
}
