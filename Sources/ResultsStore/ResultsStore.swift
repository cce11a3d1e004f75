import Foundation
import GRDB
import Settings

/// The database of sweeps, their trials and what they measured: one process writes, any number read beside it.
///
/// It is SQLite in WAL mode, so readers never block the writer nor it them. The writer asks for `synchronous = FULL`:
/// a committed transaction is on the disk, and what the store said once it still says after a power cut, whatever
/// became of the journals' last lines; one transaction per round of the scheduler keeps the price small.
///
/// It closes when nobody holds it any more. The last process to close it brings all into the one file, which can then be
/// copied; until then some of it may be in the file `…-wal` beside it.
public struct ResultsStore: Sendable {
    /// Of the database file, as it was given.
    public let path: String
    let queue: DatabaseQueue
    /// Nil where it cannot be told.
    let file: FileIdentity?
    /// Whether it is a copy in memory, which is brought up to date there and not to be written.
    private var isCopy = false

    private init(path: String, queue: DatabaseQueue, file: FileIdentity?) {
        (self.path, self.queue, self.file) = (path, queue, file)
    }

    /// Opens the store to write, and makes it and its folder where there is none.
    ///
    /// - Throws: `StoreError`.
    public static func openForWriting(path: String) throws -> ResultsStore {
        let folder = URL(filePath: path).deletingLastPathComponent()
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw StoreError.cannotWrite(path: path, .folder)
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw StoreError.cannotWrite(path: path, .unmakeableFolder)
        }
        // Two first runs at once are not both to make the tables.
        let turn = try MakingTurn(of: path)
        let store = try open(path: path, readOnly: false) { queue in
            // Nothing is changed before the file is known to be ours.
            _ = try queue.read { try check($0, path: path, mayMake: true) }
            try queue.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            }
            try StoreSchema.migrator.migrate(queue)
        }
        _ = consume turn
        return store
    }

    /// Opens an existing store to read; writing to it throws. One of an older version is copied into memory and brought
    /// up to date there, since reading changes no file.
    ///
    /// - Throws: `StoreError`.
    public static func openForReading(path: String) throws -> ResultsStore {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw StoreError.missing(path: path)
        }
        if isFolder.boolValue { throw StoreError.cannotRead(path: path, .folder) }
        do {
            return try openChecked(path: path)
        } catch StoreError.cannotRead where !FileManager.default.fileExists(atPath: path + "-wal") {
            // SQLite's locks need a file beside the store. In a folder where none can be made nobody writes either, and
            // the store may be read without locks.
            return try openWithoutLocks(path: path)
        }
    }

    /// Opens an existing store for one look that leaves no file beside it: without locks, unless it is in use and what
    /// they need is there.
    ///
    /// - Throws: `StoreError`.
    public static func openForLooking(path: String) throws -> ResultsStore {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
        return FileManager.default.fileExists(atPath: path + "-wal")
            ? try openForReading(path: path) : try openWithoutLocks(path: path)
    }

    private static func openWithoutLocks(path: String) throws -> ResultsStore {
        try openChecked(path: path, url: URL(filePath: path).absoluteString + "?immutable=1")
    }

    private static func openChecked(path: String, url: String? = nil) throws -> ResultsStore {
        var isOlder = false
        let store = try open(path: path, url: url, readOnly: true) { queue in
            isOlder = try queue.read { try check($0, path: path, mayMake: false) } < StoreSchema.version
        }
        return isOlder ? try store.upToDateCopy() : store
    }

    private func upToDateCopy() throws -> ResultsStore {
        try translating(writing: false) {
            let memory = try DatabaseQueue()
            try queue.backup(to: memory)
            try StoreSchema.migrator.migrate(memory)
            var copy = ResultsStore(path: path, queue: memory, file: nil)
            copy.isCopy = true
            return copy
        }
    }

    /// A store that lies nowhere and is gone with its last holder.
    ///
    /// - Throws: `StoreError`.
    public static func openInMemory() throws -> ResultsStore {
        try open(path: ":memory:", url: ":memory:", readOnly: false) { try StoreSchema.migrator.migrate($0) }
    }

    /// The path so that SQLite takes it for nothing else: `:memory:` and `file:…` mean other things to it.
    private static func plain(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    private static func open(
        path: String, url: String? = nil, readOnly: Bool, prepare: (DatabaseQueue) throws -> Void
    ) throws -> ResultsStore {
        var configuration = GRDB.Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(10)
        do {
            let queue = try DatabaseQueue(path: url ?? plain(path), configuration: configuration)
            try prepare(queue)
            return ResultsStore(path: path, queue: queue, file: FileIdentity(path: path))
        } catch let error as DatabaseError {
            throw StoreError(error, path: path, writing: !readOnly)
        }
    }

    /// Makes sure that the database is one of ours, or where one may be made that it is empty, and tells its version.
    private static func check(_ database: Database, path: String, mayMake: Bool) throws -> Int {
        let owner = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        // A process that was killed while it made the store may have come as far as the list of migrations.
        let tables = "SELECT count(*) FROM sqlite_schema WHERE tbl_name != 'grdb_migrations'"
        if owner == 0, try Int.fetchOne(database, sql: tables) == 0 {
            if mayMake { return 0 }
            throw StoreError.missing(path: path)
        }
        guard owner == StoreSchema.applicationID else {
            throw StoreError.foreign(path: path, reason: "another program made this database")
        }
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if version > StoreSchema.version {
            throw StoreError.newer(path: path, version: version, known: StoreSchema.version)
        }
        return version
    }

    func write<Value>(_ changes: (Database) throws -> Value) throws -> Value {
        try translating(writing: true) {
            if isCopy { throw DatabaseError(resultCode: .SQLITE_READONLY) }
            return try queue.write(changes)
        }
    }

    func read<Value>(_ value: (Database) throws -> Value) throws -> Value {
        try translating(writing: false) { try queue.read(value) }
    }

    private func translating<Value>(writing: Bool, _ access: () throws -> Value) throws -> Value {
        do {
            return try access()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path, writing: writing)
        } catch let error as JSONTextError {
            throw StoreError.damaged(path: path, reason: "\(error)")
        } catch let error as DamagedRow {
            throw StoreError.damaged(path: path, reason: error.words)
        } catch let error as Contradiction {
            throw StoreError.cannotWrite(path: path, .contradiction(error.words))
        }
    }
}
