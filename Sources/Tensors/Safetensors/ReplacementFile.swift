import Foundation

/// The system would not write a file.
public struct FileWriteError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    /// The system's number of the error: `ENOSPC`, `EACCES`, …
    public let code: Int32

    public var description: String { "\(path): cannot be written: \(String(cString: strerror(code)))." }
}

/// New content for a file, which takes the old one's place only when it is whole and on the disk.
///
/// The content goes to a neighbour `….partial`, which is synchronized and then renamed; the folder is synchronized too.
/// Without `commit` the neighbour is removed and the file is as it was.
final class ReplacementFile {
    private let path: String
    private let descriptor: Int32
    private var isCommitted = false

    private var partialPath: String { path + ".partial" }

    init(path: String) throws(FileWriteError) {
        self.path = path
        descriptor = open(path + ".partial", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileWriteError(path: path, code: errno) }
    }

    deinit {
        // A descriptor below zero was refused by the system: then there is no file to take back.
        guard descriptor >= 0 else { return }
        close(descriptor)
        if !isCommitted { unlink(partialPath) }
    }

    func append(_ data: Data) throws(FileWriteError) {
        var failure: FileWriteError?
        data.withUnsafeBytes { bytes in
            do throws(FileWriteError) { try append(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(FileWriteError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                throw FileWriteError(path: path, code: errno)
            }
            rest = rest.dropFirst(written)
        }
    }

    func commit() throws(FileWriteError) {
        guard fsync(descriptor) == 0, rename(partialPath, path) == 0 else {
            throw FileWriteError(path: path, code: errno)
        }
        isCommitted = true
        let folder = open(
            URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false),
            O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw FileWriteError(path: path, code: errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw FileWriteError(path: path, code: errno) }
    }
}
