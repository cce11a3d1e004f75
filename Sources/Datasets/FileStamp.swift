import Foundation
import Randomness

/// What tells, without reading it, that a file is still the one that was read.
struct FileStamp: Hashable, Sendable {
    let size: Int
    private let device: UInt64
    private let inode: UInt64
    private let modified: Time
    /// When the file's content, name or rights last changed, which no program can set.
    private let changed: Time

    private struct Time: Hashable {
        let seconds: Int
        let nanoseconds: Int

        init(_ time: timespec) {
            seconds = time.tv_sec
            nanoseconds = time.tv_nsec
        }
    }

    /// Throws a `DataError` with the system's reason, or if it is no regular file.
    init(path: String) throws(DataError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.error(path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw DataError(path: path, rule: "this is a folder; a file is needed")
        default: throw DataError(path: path, rule: "this is not a regular file")
        }
        size = Int(status.st_size)
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        modified = Time(status.st_mtim)
        changed = Time(status.st_ctim)
    }

    /// Whether the file was written so shortly before `now`, in seconds since 1970, that another change could bear the
    /// same time: file systems count time in ticks of up to two seconds.
    func isFresh(at now: Int) -> Bool { modified.seconds >= now - 2 }

    func add(to fingerprint: inout Fingerprint) {
        for number in [
            size, modified.seconds, modified.nanoseconds, changed.seconds, changed.nanoseconds,
        ] {
            fingerprint.combine(UInt64(bitPattern: Int64(number)))
        }
        fingerprint.combine(device)
        fingerprint.combine(inode)
    }

    /// What the system last said about `path`.
    static func error(_ path: String) -> DataError {
        let reason = errno == ENOENT ? "there is no such file" : "cannot be read: \(String(cString: strerror(errno)))"
        return DataError(path: path, rule: reason)
    }
}
