/// Cuts TFRecord's framing: a length of 8 bytes, its checksum, the record, its checksum.
///
/// Records that are longer than 4 MB (pictures, sounds) are passed over. After damage it looks for the next length whose
/// checksum is right.
struct RecordBuffer {
    private(set) var damagedCount = 0
    private var bytes: [UInt8] = []
    private var start = 0
    /// Bytes of a long record that are still to come.
    private var skipped = 0
    private var isLost = false

    private static let longest = 4 << 20

    /// Adds bytes, and calls `body` for each record that is whole and undamaged.
    mutating func take(_ new: UnsafeRawBufferPointer, _ body: (ArraySlice<UInt8>) -> Void) {
        var new = new[...]
        while !new.isEmpty {
            let passed = min(skipped, new.count)
            skipped -= passed
            new = new.dropFirst(passed)
            // In pieces, so that what is held stays small.
            bytes.append(contentsOf: new.prefix(1 << 20))
            new = new.dropFirst(1 << 20)
            cut(body)
        }
    }

    /// Whether there is a beginning whose end has not come.
    var hasRest: Bool { start < bytes.count || skipped > 0 }

    private mutating func cut(_ body: (ArraySlice<UInt8>) -> Void) {
        while bytes.count - start >= 12 {
            let length = ProtobufMessage.littleEndian(bytes[start..<start + 8])
            guard Checksum.masked(bytes[start..<start + 8]) == sum(at: start + 8) else {
                if !isLost { damagedCount += 1 }
                isLost = true
                start += 1
                continue
            }
            isLost = false
            let rest = bytes.count - start
            guard length <= UInt64(Self.longest) else {
                let whole = Int(min(length, UInt64(1) << 48)) + 16
                skipped = max(0, whole - rest)
                start += min(whole, rest)
                continue
            }
            let end = start + 12 + Int(length)
            guard bytes.count >= end + 4 else { break }
            let record = bytes[start + 12..<end]
            if Checksum.masked(record) == sum(at: end) { body(record) } else { damagedCount += 1 }
            start = end + 4
        }
        if start > 1 << 16 || start == bytes.count {
            bytes.removeFirst(start)
            start = 0
        }
    }

    private func sum(at position: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: ProtobufMessage.littleEndian(bytes[position..<position + 4]))
    }
}
