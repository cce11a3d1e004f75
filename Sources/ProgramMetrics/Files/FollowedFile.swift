import Foundation

/// A file that grows while it is read, piece by piece.
///
/// It notices when the file was cut off, replaced or written anew, by its length, its identity, and the last bytes that
/// were read of it.
public struct FollowedFile {
    /// What has come since the last time.
    public enum News: Equatable {
        /// Nothing, or there is no such file yet.
        case nothing
        case bytes([UInt8])
        /// The file began anew: what was read of it counts no more. Its bytes come next.
        case begunAnew
    }

    public let path: String
    /// How much has been read of the present file.
    public private(set) var offset: Int64 = 0
    private var identity: [UInt64] = []
    /// The last bytes before `offset`.
    private var tail: [UInt8] = []

    public init(path: String) {
        self.path = path
    }

    /// Reads at most `limit` bytes.
    public mutating func next(limit: Int) -> News {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return .nothing }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .nothing }
        let current = [UInt64(status.st_dev), UInt64(status.st_ino)]
        let size = Int64(status.st_size)
        if offset > 0, current != identity || size < offset || !holdsTail(descriptor) {
            (offset, tail) = (0, [])
            identity = current
            return .begunAnew
        }
        identity = current
        guard size > offset else { return .nothing }
        let bytes = Self.read(descriptor, from: offset, count: Int(min(Int64(max(1, limit)), size - offset)))
        guard !bytes.isEmpty else { return .nothing }
        offset += Int64(bytes.count)
        tail = Array((tail + bytes.suffix(Self.tailLength)).suffix(Self.tailLength))
        return .bytes(bytes)
    }

    /// How large the file is now; 0 where there is none.
    public var size: Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    private static let tailLength = 64

    private func holdsTail(_ descriptor: Int32) -> Bool {
        Self.read(descriptor, from: offset - Int64(tail.count), count: tail.count) == tail
    }

    private static func read(_ descriptor: Int32, from offset: Int64, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = pread(
                    descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(offset) + off_t(filled))
                if read < 0, errno == EINTR { continue }
                if read <= 0 { break }
                filled += read
            }
        }
    }
}
