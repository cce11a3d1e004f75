import Foundation
import GRDB

extension ResultsStore {
    /// Brings everything into the one file and closes it; the store can be used no more.
    ///
    /// - Throws: `StoreError`.
    public func close() throws {
        do {
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try queue.close()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path, writing: true)
        }
    }

    /// Puts a closed store in the place of `path`, where there is then the old one or the new one, and never half of one.
    ///
    /// - Parameter aside: where what is at `path` goes; nil where there is nothing, or nothing in it.
    /// - Throws: `StoreError`, also where another process has made a store there meanwhile.
    public static func put(_ new: String, at path: String, movingOldTo aside: String?) throws {
        let turn = try MakingTurn(of: path)
        if let aside {
            for ending in ["", "-wal", "-shm"] where access(path + ending, F_OK) == 0 {
                try move(path + ending, to: aside + ending, of: path)
            }
        } else {
            do {
                _ = try openForReading(path: path)
                throw StoreError.cannotWrite(path: path, .madeByAnother)
            } catch StoreError.missing {}
            // SQLite would take what a file that is gone has left for the new one's.
            for ending in ["-wal", "-shm"] { unlink(path + ending) }
        }
        try move(new, to: path, of: path)
        let folder = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            Foundation.close(folder)
        }
        _ = consume turn
    }

    private static func move(_ old: String, to new: String, of path: String) throws(StoreError) {
        guard rename(old, new) != 0 else { return }
        let reason = String(cString: strerror(errno))
        throw .cannotWrite(path: path, .unmovable(old, reason: reason))
    }
}
