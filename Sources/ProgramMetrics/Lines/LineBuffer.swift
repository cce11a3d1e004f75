/// Cuts bytes into lines, of which it holds a bounded part.
struct LineBuffer {
    /// Longer lines are given as nil.
    let limit: Int
    private var start: [UInt8] = []
    private var isTooLong = false

    init(limit: Int) {
        self.limit = limit
    }

    /// Calls `body` for each line that ends in `bytes`, without its end; with nil for one that is too long.
    mutating func take(_ bytes: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>?) -> Void) {
        let bytes = bytes.bindMemory(to: UInt8.self)
        var position = 0
        while position < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[position...])
            guard let end = rest.firstIndex(of: 0x0A) else { return append(rest) }
            let piece = UnsafeBufferPointer(rebasing: rest[..<end])
            if start.isEmpty, !isTooLong {
                body(piece.count > limit ? nil : piece)
            } else {
                append(piece)
                flush(body)
            }
            position += end + 1
        }
    }

    /// Calls `body` for what has no end yet, if there is any.
    mutating func finish(_ body: (UnsafeBufferPointer<UInt8>?) -> Void) {
        if !start.isEmpty || isTooLong { flush(body) }
    }

    private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        if isTooLong { return }
        if start.count + piece.count > limit {
            isTooLong = true
            start = []
        } else {
            start.append(contentsOf: piece)
        }
    }

    private mutating func flush(_ body: (UnsafeBufferPointer<UInt8>?) -> Void) {
        if isTooLong { body(nil) } else { start.withUnsafeBufferPointer { body($0) } }
        start.removeAll(keepingCapacity: true)
        isTooLong = false
    }
}
