/// The numbers of a table, row by row: in memory, or mapped from a prepared file that all processes share.
enum TableCells: Sendable {
    case memory([Float])
    case prepared(PreparedFile)

    var count: Int {
        switch self {
        case .memory(let cells): cells.count
        case .prepared(let file): file.count * file.layout.width
        }
    }

    /// In bytes, of this process's own memory.
    var ownSize: Int {
        if case .memory(let cells) = self { cells.count * MemoryLayout<Float>.stride } else { 0 }
    }

    func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Float>) throws -> Result) rethrows -> Result {
        switch self {
        case .memory(let cells): return try cells.withUnsafeBufferPointer(body)
        case .prepared(let file):
            let start = file.examples?.assumingMemoryBound(to: Float.self)
            precondition(start != nil, "the examples were only checked")
            return try withExtendedLifetime(file) { try body(UnsafeBufferPointer(start: start, count: count)) }
        }
    }
}
