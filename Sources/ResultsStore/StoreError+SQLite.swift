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
        case .SQLITE_FULL: self = .cannotWrite(path: path, .fullDisk)
        case .SQLITE_READONLY where writing:
            self = .cannotWrite(path: path, .readOnly(Self.readOnlyPart(of: path) ?? .any))
        case .SQLITE_CANTOPEN where writing:
            self = .cannotWrite(path: path, Self.readOnlyPart(of: path).map(Obstacle.readOnly) ?? .unopenable)
        case .SQLITE_IOERR where writing: self = .cannotWrite(path: path, .brokenDisk(reason))
        case .SQLITE_CANTOPEN, .SQLITE_READONLY: self = .cannotRead(path: path, .unopenableForReading)
        default: self = writing ? .cannotWrite(path: path, .other(reason)) : .cannotRead(path: path, .other(reason))
        }
    }

    /// What forbids to write the file at `path`, if that is what is in the way.
    private static func readOnlyPart(of path: String) -> Part? {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        for (part, place) in [(Part.file, path), (.folder, folder)] where access(place, W_OK) != 0 {
            if errno == EROFS { return .fileSystem }
            if errno == EACCES || errno == EPERM { return part }
        }
        return nil
    }
}
