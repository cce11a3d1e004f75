import Foundation
import GRDB

extension StoreError {
    /// What an error of SQLite's means for the store at `path`.
    init(_ error: DatabaseError, path: String, writing: Bool) {
        let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_NOTADB: self = .foreign(path: path, reason: "it is no SQLite database")
        case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
        case .SQLITE_FULL: self = .cannotWrite(path: path, reason: "the disk is full. \(Self.spaceAdvice)")
        case .SQLITE_READONLY where writing:
            let words = Self.obstacle(to: path) ?? "it may only be read. \(Self.placeAdvice)"
            self = .cannotWrite(path: path, reason: words)
        case .SQLITE_CANTOPEN where writing:
            let words = Self.obstacle(to: path) ?? "it cannot be opened. \(Self.pathAdvice)"
            self = .cannotWrite(path: path, reason: words)
        case .SQLITE_IOERR where writing:
            let words = "the disk reports an error or is full (\(reason)). \(Self.spaceAdvice)"
            self = .cannotWrite(path: path, reason: words)
        case .SQLITE_CANTOPEN, .SQLITE_READONLY:
            // Readers share locks with the writer through a file beside the store, which the first of them makes.
            self = .cannotRead(path: path, reason: "it cannot be opened; it must be readable and its folder writable")
        default:
            let words = "\(reason). Run the same command again"
            self = writing ? .cannotWrite(path: path, reason: words) : .cannotRead(path: path, reason: words)
        }
    }

    private static let spaceAdvice = "Free some space and run the same command again; what was committed is safe"
    private static let placeAdvice = "Give write permission, or choose another place with '--store PATH'"

    static let pathAdvice = "Check the path, or choose another place with '--store PATH'"

    /// What forbids to write the file at `path`, if that is what is in the way.
    private static func obstacle(to path: String) -> String? {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        for (what, place) in [("the file", path), ("its folder", folder)] where access(place, W_OK) != 0 {
            if errno == EROFS { return "its file system may only be read. \(placeAdvice)" }
            if errno == EACCES || errno == EPERM { return "\(what) may only be read. \(placeAdvice)" }
        }
        return nil
    }

    /// Where a store is asked for and there is something else.
    static let folderReason = "it is a folder. Name a file with '--store PATH'"
}
