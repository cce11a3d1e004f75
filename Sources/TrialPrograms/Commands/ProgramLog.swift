import Foundation
import TrialFolders

/// Keeps what a program prints: the first part and the last, however much comes between.
///
/// The first part is in the log itself as it comes. What comes later goes by turns to two files beside it, of which the
/// older is emptied when the newer is full; `finish` puts their end into the log.
struct ProgramLog: ~Copyable {
    /// Bytes of an attempt's output that are kept from its beginning, and from its end.
    static let firstBytes = 1 << 20
    static let lastBytes = 100 << 20

    private let path: String
    private let first: Int
    private let last: Int
    private let log: Int32
    private var taken = 0
    /// The newer of the files for the later part; -1 while there is none.
    private var tail: Int32 = -1
    private var tailLength = 0
    private var turns = 0

    /// - Parameters:
    ///   - first: bytes to keep from the beginning.
    ///   - last: bytes to keep from the end.
    init(path: String, first: Int = Self.firstBytes, last: Int = Self.lastBytes) throws(FileError) {
        self.path = path
        self.first = first
        self.last = last
        log = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard log >= 0 else { throw FileError(path: path, doing: "create", errno: errno) }
    }

    deinit {
        close(log)
        if tail >= 0 { close(tail) }
    }

    /// Whether a log holds all that was printed, as far as it was read.
    static func isWhole(path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_size < firstBytes && access(tailPath(path, 0), F_OK) != 0
    }

    private static func tailPath(_ path: String, _ turn: Int) -> String { "\(path).\(turn % 2 == 0 ? "even" : "odd")" }

    private func tailPath(_ turn: Int) -> String { Self.tailPath(path, turn) }

    mutating func take(_ bytes: ArraySlice<UInt8>) throws(FileError) {
        var rest = bytes
        if taken < first {
            let part = rest.prefix(first - taken)
            try Self.write(part, to: log, path)
            rest = rest.dropFirst(part.count)
        }
        taken += bytes.count
        while !rest.isEmpty {
            if tail < 0 || tailLength >= last { try turn() }
            let part = rest.prefix(last - tailLength)
            try Self.write(part, to: tail, tailPath(turns))
            tailLength += part.count
            rest = rest.dropFirst(part.count)
        }
    }

    private mutating func turn() throws(FileError) {
        if tail >= 0 {
            close(tail)
            turns += 1
        }
        tail = open(tailPath(turns), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard tail >= 0 else { throw FileError(path: tailPath(turns), doing: "create", errno: errno) }
        tailLength = 0
    }

    /// Joins the parts, and says what was left out between them.
    mutating func finish() throws(FileError) {
        guard tail >= 0 else { return }
        let leftOut = taken - first - min(taken - first, last)
        if leftOut > 0 {
            let words =
                "\n[sweep: \(leftOut) bytes are left out here; the first \(first) and the last \(last) are kept]\n"
            try Self.write(Array(words.utf8)[...], to: log, path)
        }
        let older = turns > 0 ? last - tailLength : 0
        if older > 0 { try append(tailPath(turns - 1), from: last - older) }
        try append(tailPath(turns), from: 0)
        close(tail)
        tail = -1
        for turn in 0...1 { unlink(tailPath(turn)) }
    }

    private func append(_ part: String, from offset: Int) throws(FileError) {
        let file = open(part, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError(path: part, doing: "read", errno: errno) }
        defer { close(file) }
        lseek(file, offset, SEEK_SET)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            try Self.write(buffer[..<count], to: log, path)
        }
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to file: Int32, _ path: String) throws(FileError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(path: path, doing: "write", errno: errno)
            }
            rest = rest.dropFirst(count)
        }
    }
}
