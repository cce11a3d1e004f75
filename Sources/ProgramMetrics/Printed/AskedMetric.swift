/// A metric that is looked for in printed text.
struct AskedMetric {
    let name: String
    let words: MetricWords
    /// The name's bytes where it has signs that part words, such as `mAP@0.5:0.95`; it is then read as it is alone.
    let literal: [UInt8]?

    init(_ name: String) {
        self.name = name
        words = MetricWords(name)
        var copy = name
        let isPlain = copy.withUTF8 { bytes in
            bytes.indices.allSatisfy { bytes[$0] == 0x20 || PrintedWords.symbolLength(in: bytes, at: $0) == 0 }
        }
        literal = isPlain && !words.base.isEmpty ? nil : Array(name.utf8)
    }

    /// How doubtful it is that a name is this metric's, as `ReportedValue.doubt` says; nil where it is not.
    ///
    /// - Parameters:
    ///   - section: The part of the data that a heading tells.
    ///   - neighbour: The part that a name before it in the line tells.
    func doubt(of name: MetricWords, section: MetricWords.Part?, neighbour: MetricWords.Part?) -> Int? {
        guard name.base == words.base else { return nil }
        if name.part == words.part, name.part != nil { return 0 }
        guard name.part == nil else { return nil }
        guard let part = words.part else {
            switch section ?? neighbour {
            case nil: return 0
            case .train?: return 2
            default: return 1
            }
        }
        return section == part ? 0 : section == nil && neighbour == part ? 1 : nil
    }
}
