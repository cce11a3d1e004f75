public import Foundation

/// The system would not write a file.
public struct FileWriteError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    /// The system's number of the error: `ENOSPC`, `EACCES`, …
    public let code: Int32

    public var description: String { "\(path): cannot be written: \(String(cString: strerror(code)))." }
}

/// New content for a file, which takes the old one's place only when it is whole and on the disk.
///
/// The content goes to a neighbour of this process's own, `….partial`, which is synchronized and then renamed; the folder
/// is synchronized too. Without `commit` the neighbour is removed and the file is as it was.
public final class ReplacementFile {
    private let path: String
    private let partialPath: String
    private let descriptor: Int32
    private var isCommitted = false

    /// Writes a file whole: whoever opens it sees the old content or this, also after a crash.
    public static func write(_ content: some ContiguousBytes, to path: String) throws(FileWriteError) {
        let file = try ReplacementFile(path: path)
        try file.append(content)
        try file.commit()
    }

    public init(path: String) throws(FileWriteError) {
        self.path = path
        partialPath = "\(path).\(getpid()).partial"
        descriptor = open(partialPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileWriteError(path: path, code: errno) }
    }

    deinit {
        // A descriptor below zero was refused by the system: then there is no file to take back.
        guard descriptor >= 0 else { return }
        close(descriptor)
        if !isCommitted { unlink(partialPath) }
    }

    public func append(_ content: some ContiguousBytes) throws(FileWriteError) {
        var failure: FileWriteError?
        content.withUnsafeBytes { bytes in
            do throws(FileWriteError) { try append(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    public func append(_ bytes: UnsafeRawBufferPointer) throws(FileWriteError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                throw FileWriteError(path: path, code: errno)
            }
            rest = rest.dropFirst(written)
        }
    }

    public func commit() throws(FileWriteError) {
        guard fsync(descriptor) == 0, rename(partialPath, path) == 0 else {
            throw FileWriteError(path: path, code: errno)
        }
        isCommitted = true
        let folder = open(
            URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false),
            O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // A folder that may be written and not be read, or that knows no such thing, keeps its names as well as it can.
        guard folder >= 0 else { return }
        defer { close(folder) }
        if fsync(folder) != 0, errno != EINVAL { throw FileWriteError(path: path, code: errno) }
    }
}
