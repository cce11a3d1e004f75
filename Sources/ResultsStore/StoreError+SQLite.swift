import GRDB

extension StoreError {
    /// What an error of SQLite's means for the store at `path`.
    init(_ error: DatabaseError, path: String, writing: Bool) {
        let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_NOTADB: self = .foreign(path: path, reason: "it is no SQLite database")
        case .SQLITE_CORRUPT: self = .cannotRead(path: path, reason: "the file is damaged (\(reason))")
        case .SQLITE_FULL: self = .cannotWrite(path: path, reason: "the disk is full")
        case .SQLITE_READONLY where writing: self = .cannotWrite(path: path, reason: "it may only be read")
        case .SQLITE_IOERR where writing:
            self = .cannotWrite(path: path, reason: "the disk reports an error or is full (\(reason))")
        case .SQLITE_CANTOPEN where writing: self = .cannotWrite(path: path, reason: "the file cannot be opened")
        case .SQLITE_CANTOPEN, .SQLITE_READONLY:
            // Readers share locks with the writer through a file beside the store, which the first of them makes.
            self = .cannotRead(path: path, reason: "it cannot be opened; it must be readable and its folder writable")
        default: self = writing ? .cannotWrite(path: path, reason: reason) : .cannotRead(path: path, reason: reason)
        }
    }
}
