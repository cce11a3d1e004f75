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
    /// Bytes that are read at once; more for a line that is longer.
    private static let chunkSize = 1 << 18

    public init(path: String, position: Int = 0) {
        self.path = path
        self.position = position
    }

    /// The lines that were completed since the last call; none if the file does not exist yet. The beginning of a line
    /// whose end has not been written yet is read again with its rest.
    public mutating func readNewLines() throws(FileError) -> [Line] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 {
            if errno == ENOENT { return [] }
            throw FileError(path: path, doing: "read", errno: errno)
        }
        defer { close(descriptor) }
        var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize, alignment: 1)
        defer { buffer.deallocate() }
        var lines: [Line] = []
        /// Bytes of a line whose end has not been seen yet, at the buffer's start.
        var unfinished = 0
        while true {
            let room = UnsafeMutableRawBufferPointer(rebasing: buffer[unfinished...])
            let count = pread(descriptor, room.baseAddress, room.count, off_t(position + unfinished))
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(path: path, doing: "read", errno: errno)
            }
            if count == 0 { return lines }
            let filled = UnsafeRawBufferPointer(rebasing: buffer[..<(unfinished + count)])
            let used = takeLines(from: filled, into: &lines)
            unfinished = filled.count - used
            if used == 0, unfinished == buffer.count {
                let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 1)
                larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
                buffer.deallocate()
                buffer = larger
            } else if used > 0, let base = buffer.baseAddress {
                memmove(base, base + used, unfinished)
            }
        }
    }

    /// Takes the whole lines that `bytes`, which begin at `position`, hold, and tells how many bytes they are.
    private mutating func takeLines(from bytes: UnsafeRawBufferPointer, into lines: inout [Line]) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var used = 0
        while used < bytes.count, let newline = memchr(base + used, Int32(UInt8(ascii: "\n")), bytes.count - used) {
            let length = UnsafeRawPointer(newline) - (base + used)
            let line = UnsafeRawBufferPointer(start: base + used, count: length)
            lines.append(Line(entry: JournalEntry(line: line), start: position, end: position + length + 1))
            position += length + 1
            used += length + 1
        }
        return used
    }
}
