/// Finds out fast which lines hold one of some short texts, in any case of letters.
struct AnchorScanner {
    private let anchors: [[UInt8]]
    /// By the first two letters: whether a text begins so.
    private let beginnings: [Bool]
    private let singles: [Bool]

    /// - Parameter anchors: In small letters.
    init(_ anchors: [[UInt8]]) {
        self.anchors = anchors.filter { !$0.isEmpty }
        var beginnings = [Bool](repeating: false, count: 1 << 16)
        var singles = [Bool](repeating: false, count: 256)
        for anchor in self.anchors {
            if anchor.count == 1 {
                singles[Int(anchor[0])] = true
            } else {
                beginnings[Self.index(anchor[0], anchor[1])] = true
            }
        }
        self.beginnings = beginnings
        self.singles = singles
    }

    /// Whether one of the texts is in `line`.
    func isAny(in line: UnsafeBufferPointer<UInt8>) -> Bool {
        beginnings.withUnsafeBufferPointer { beginnings in
            var last: UInt8 = 0
            for position in 0..<line.count {
                let byte = line[position].lowercased
                if beginnings[Self.index(last, byte)], isAnchor(at: position - 1, in: line) { return true }
                last = byte
            }
            return singles.contains(true) && line.contains { singles[Int($0.lowercased)] }
        }
    }

    private func isAnchor(at start: Int, in line: UnsafeBufferPointer<UInt8>) -> Bool {
        anchors.contains { anchor in
            start >= 0 && start + anchor.count <= line.count
                && anchor.indices.allSatisfy { line[start + $0].lowercased == anchor[$0] }
        }
    }

    private static func index(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }
}
