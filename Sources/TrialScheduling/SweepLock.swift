import Foundation

/// The right to schedule a sweep, which one process at a time holds and which dies with it.
public struct SweepLock: ~Copyable {
    private let descriptor: Int32
    /// Whether the one who held it before was killed, or the machine stopped.
    public let followsUncleanEnd: Bool

    /// - Throws: `SweepLock.Taken` if another process holds it, `FileError` if the file cannot be made.
    public init(path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path, doing: "create", errno: errno) }
        guard Self.take(descriptor) else {
            close(descriptor)
            let holder = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
            throw Taken(holder: holder.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        var status = stat()
        followsUncleanEnd = fstat(descriptor, &status) == 0 && status.st_size > 0
        let text = "process \(getpid())"
        ftruncate(descriptor, 0)
        _ = text.withCString { write(descriptor, $0, strlen($0)) }
        self.descriptor = descriptor
    }

    /// Tries for a moment, since `isHeld` holds it too while it looks.
    private static func take(_ descriptor: Int32) -> Bool {
        for _ in 0..<5 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(5_000)
        }
        return false
    }

    /// Whether some process holds the lock of this path now.
    public static func isHeld(path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    deinit {
        // The words of one who is killed stay.
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// Another process schedules the sweep.
    public struct Taken: Error, Hashable, Sendable, CustomStringConvertible {
        /// What the holder wrote of itself: `process 123`.
        public let holder: String

        public var description: String {
            "this sweep is being run by \(holder.isEmpty ? "another process" : holder); wait for it, or stop it with Ctrl-C there."
        }
    }
}
