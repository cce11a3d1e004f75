import Foundation

/// The right to make a store or bring it up to date, which one process at a time has and which ends with it.
///
/// It is a lock on the store's folder: it needs no file of its own, and SQLite's locks on the store are not touched.
struct MakingTurn: ~Copyable {
    private let descriptor: Int32

    /// Waits for a turn.
    ///
    /// - Throws: `StoreError.busy` after ten seconds. Where folders cannot be locked, none is waited for.
    init(of path: String) throws(StoreError) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        let giveUp = ContinuousClock.now + .seconds(10)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
            guard ContinuousClock.now < giveUp else {
                close(descriptor)
                throw .busy(path: path)
            }
            usleep(5_000)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
