import Foundation

/// Lets one process at a time prepare a file; the system gives it back when its holder ends, however it ends.
///
/// It is a file of its own, which its holder removes, so that no lock stays behind.
struct FolderLock {
    static let suffix = ".lock"

    private let descriptor: Int32
    private let path: String

    /// Waits for the lock; nil where the file system has none.
    ///
    /// - Parameter wait: called again and again while another process holds it.
    init?(path: String, onWait wait: () -> Void) {
        self.path = path
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { return nil }
            let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
            let reason = errno
            // The holder before may have removed the file meanwhile.
            if isLocked, Self.isNamed(descriptor, path) {
                self.descriptor = descriptor
                return
            }
            close(descriptor)
            if isLocked || reason == EINTR { continue }
            guard reason == EWOULDBLOCK else { return nil }
            wait()
            usleep(50_000)
        }
    }

    func release() {
        unlink(path)
        close(descriptor)
    }

    private static func isNamed(_ descriptor: Int32, _ path: String) -> Bool {
        var (held, named) = (stat(), stat())
        return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
            && held.st_dev == named.st_dev
    }
}
