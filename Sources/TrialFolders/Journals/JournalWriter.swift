import Foundation

/// Appends entries to an attempt's journal.
///
/// Lines wait in memory for at most 20 milliseconds, since a trial may write many thousand a second; what is lost with
/// a killed process is measured again by the next attempt.
public struct JournalWriter: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private var waiting: [UInt8] = []
    private var flushedLength = 0
    private var lastFlush = ContinuousClock.now

    /// Makes the file, which must not exist yet.
    public init(path: String) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path, doing: "create", errno: errno) }
        self.descriptor = descriptor
        self.path = path
    }

    /// Goes on with the journal of a writer that is dead, from a new line.
    public init(continuing path: String) throws(FileError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path, doing: "write", errno: errno) }
        self.descriptor = descriptor
        self.path = path
        var last: UInt8 = 0
        let length = lseek(descriptor, 0, SEEK_END)
        if length > 0, pread(descriptor, &last, 1, length - 1) == 1, last != UInt8(ascii: "\n") {
            waiting.append(UInt8(ascii: "\n"))
        }
        flushedLength = Int(length)
    }

    deinit {
        close(descriptor)
    }

    public mutating func append(_ entry: JournalEntry) throws(FileError) {
        try append([entry])
    }

    /// Appends entries that belong together: as one write, unless they are many.
    public mutating func append(_ entries: [JournalEntry]) throws(FileError) {
        for entry in entries { waiting.append(contentsOf: entry.line.utf8) }
        if waiting.count > 1 << 16 || ContinuousClock.now - lastFlush > .milliseconds(20) { try flush() }
    }

    /// Hands what waits to the operating system.
    public mutating func flush() throws(FileError) {
        lastFlush = .now
        var rest = waiting[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(path: path, doing: "write", errno: errno)
            }
            rest = rest.dropFirst(count)
            flushedLength += count
        }
        waiting.removeAll(keepingCapacity: true)
    }

    /// Brings everything to the disk and tells the journal's length, which a checkpoint then records.
    public mutating func sync() throws(FileError) -> Int {
        try flush()
        guard fdatasync(descriptor) == 0 else { throw FileError(path: path, doing: "sync", errno: errno) }
        return flushedLength
    }
}
