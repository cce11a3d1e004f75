import Foundation

/// Lets one process at a time work in a folder; the system gives it back when its holder ends, however it ends.
struct FolderLock {
    private let descriptor: Int32

    /// Waits for the lock; nil where the file system has none.
    init?(folder: String) {
        descriptor = open("\(folder)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return nil }
        while flock(descriptor, LOCK_EX) != 0 {
            if errno == EINTR { continue }
            close(descriptor)
            return nil
        }
    }

    func release() { close(descriptor) }
}
