import Foundation

/// Follows a journal that may still be growing: each call gives the whole lines that are new.
public struct JournalReader: Sendable {
    public struct Line: Hashable, Sendable {
        /// Nil where the line is damaged.
        public let entry: JournalEntry?
        /// Where the line begins in the file, in bytes.
        public let start: Int
        /// Where the next line begins.
        public let end: Int
    }

    public let path: String
    /// Everything before this place has been read.
    public private(set) var position: Int
    /// The beginning of a line whose end has not been written yet is read again with its rest.
    private static let chunkSize = 1 << 20

    public init(path: String, position: Int = 0) {
        self.path = path
        self.position = position
    }

    /// The lines that were completed since the last call; none if the file does not exist yet.
    public mutating func readNewLines() throws(FileError) -> [Line] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return [] }
            throw FileError(path: path, doing: "read", errno: errno)
        }
        defer { close(descriptor) }
        var lines: [Line] = []
        var unfinished = Data()
        var offset = position
        var chunk = [UInt8](repeating: 0, count: Self.chunkSize)
        while true {
            let count = chunk.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(path: path, doing: "read", errno: errno)
            }
            if count == 0 { return lines }
            offset += count
            var rest = chunk[..<count]
            while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
                unfinished.append(contentsOf: rest[..<newline])
                let end = position + unfinished.count + 1
                lines.append(Line(entry: JournalEntry(line: unfinished), start: position, end: end))
                position = end
                unfinished.removeAll(keepingCapacity: true)
                rest = rest[(newline + 1)...]
            }
            unfinished.append(contentsOf: rest)
        }
    }
}
