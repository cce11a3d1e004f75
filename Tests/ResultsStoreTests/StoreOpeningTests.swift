import Foundation
import GRDB
import Sweeps
import Testing

@testable import ResultsStore

@Suite("Opening the store")
struct StoreOpeningTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "opening-\(UUID().uuidString)")
    var path: String { folder.appending(path: "sweeps.sqlite").path }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Where SQLite's file format keeps these two numbers, in bytes from the file's start.
    private let userVersion = 60
    private let applicationID = 68

    private func setHeader(at offset: Int, to number: UInt32) throws {
        var bytes = try Data(contentsOf: URL(filePath: path))
        for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: number >> (24 - 8 * index)) }
        try bytes.write(to: URL(filePath: path))
    }

    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test("a store that is not there is missing to readers, and made for the writer, folders and all")
    func missing() throws {
        let words = message { _ = try ResultsStore.openForReading(path: path) }
        #expect(
            words == "There is no store at '\(path)' yet.")
        let deep = folder.appending(path: "a/b/sweeps.sqlite").path
        _ = try ResultsStore.openForWriting(path: deep)
        #expect(try ResultsStore.openForReading(path: deep).sweeps().isEmpty)
    }

    @Test("an empty file is a store without anything")
    func emptyFile() throws {
        try Data().write(to: URL(filePath: path))
        #expect(message { _ = try ResultsStore.openForReading(path: path) }.hasPrefix("There is no store at"))
        #expect(try ResultsStore.openForWriting(path: path).sweeps().isEmpty)
    }

    @Test("a file that is no database is refused and left as it is", arguments: [true, false])
    func notADatabase(writing: Bool) throws {
        let text = Data("not a database, but long enough that it could be one: ".utf8) + Data(repeating: 7, count: 4096)
        try text.write(to: URL(filePath: path))
        let words = message {
            _ = try writing ? ResultsStore.openForWriting(path: path) : ResultsStore.openForReading(path: path)
        }
        #expect(
            words == "'\(path)' is not a store of sweeps: it is no SQLite database.")
        #expect(try Data(contentsOf: URL(filePath: path)) == text)
    }

    @Test("another program's database is refused and left as it is", arguments: [true, false])
    func foreignDatabase(writing: Bool) throws {
        _ = try ResultsStore.openForWriting(path: path)
        try setHeader(at: applicationID, to: 0x1234_5678)
        let before = try Data(contentsOf: URL(filePath: path))
        let words = message {
            _ = try writing ? ResultsStore.openForWriting(path: path) : ResultsStore.openForReading(path: path)
        }
        #expect(words.contains("is not a store of sweeps: another program made this database."))
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test("a store of a newer version is refused with both versions", arguments: [true, false])
    func newer(writing: Bool) throws {
        _ = try ResultsStore.openForWriting(path: path)
        try setHeader(at: userVersion, to: 99)
        let words = message {
            _ = try writing ? ResultsStore.openForWriting(path: path) : ResultsStore.openForReading(path: path)
        }
        #expect(
            words == "'\(path)' was written by a newer 'sweep' (its tables are version 99, this program knows "
                + "\(StoreSchema.version)); use that one.")
    }

    /// Makes a store as an older version did, with a sweep whose trial has measured.
    private func makeOldStore(migrations: Int) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try StoreSchema.migrator.migrate(queue, upTo: StoreSchema.migrator.migrations[migrations - 1])
        try queue.write {
            try $0.execute(
                sql: """
                    INSERT INTO sweeps (id, name, method, metric, goal, selection, file_path, file_text, file_hash,
                                        parameters, created_at, updated_at)
                      VALUES (1, 'old', 'grid', 'loss', 'minimize', 'last', 'o.yaml', 'retry: 3', '', '["lr"]', 1, 2);
                    INSERT INTO configurations VALUES (1, 1, 1, 'd', '{"lr":0.5}');
                    INSERT INTO trials (id, sweep, configuration, number, seed, identity, short_name, planned, state,
                                        attempts, created_at, started_at, ended_at)
                      VALUES (1, 1, 1, 1, 7, 'abcdefabcdef00', 'abcdefabcdef', 1, 'finished', 1, 1, 5, 905);
                    INSERT INTO attempts (trial, number, worker, journal_offset, started_at, ended_at, end)
                      VALUES (1, 1, 'local 1', 99, 5, 905, 'finished');
                    INSERT INTO metrics VALUES (1, 'loss');
                    INSERT INTO measurement_points VALUES (1, 1, 1, 10, 0.25, 1, 50);
                    INSERT INTO measurement_runs VALUES (3, 1, 1, 2, 11, 4, '[0.1,null,-9e999,-0.0]', 1, 60);
                    INSERT INTO summaries VALUES (1, 1, 1, 1, 10, 0.25, 1, 10, 0.25, 1, 10, 0.25, NULL, NULL, NULL);
                    """)
        }
        try queue.close()
    }

    @Test(
        "a store of each older version says to readers what it says to the next writer, and reading leaves its file alone",
        arguments: 1..<StoreSchema.version)
    func older(migrations: Int) throws {
        try makeOldStore(migrations: migrations)
        let before = try Data(contentsOf: URL(filePath: path))
        func content(_ store: ResultsStore) throws -> [AnyHashable] {
            let sweep = try #require(try store.sweep(named: "old"))
            let results = try store.readOnlyQuery("SELECT sweep, trial, last, seconds FROM trial_results")
            return [
                sweep, try store.trials(of: sweep.id), try store.attempts(of: sweep.id),
                try store.summaries(of: sweep.id), results,
                try store.series(of: sweep.id, metrics: ["loss"]).map { $0.values.map(\.bitPattern) },
            ]
        }
        do {
            let reader = try ResultsStore.openForReading(path: path)
            let read = try content(reader)
            #expect(read.count == 6 && reader.path == path)
            let sweep = try #require(try reader.sweep(named: "old"))
            let series = try #require(try reader.series(of: sweep.id, metrics: ["loss"]).first)
            #expect(series.steps == [10, 11, 12, 13, 14] && series.epochs == [1, 2, 2, 2, 2])
            let bits = [0.25, 0.1, .nan, -.infinity, -0.0].map(\.bitPattern)
            #expect(series.values.map(\.bitPattern) == bits)
            #expect(try reader.integrityProblems().isEmpty)
            let words = message {
                try reader.remove(try #require(try reader.sweep(named: "old")).id)
            }
            #expect(words.hasPrefix("The store '\(path)' cannot be written: it may only be read."))
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
            #expect(try content(ResultsStore.openForWriting(path: path)) == read)
        }
        #expect(try Data(contentsOf: URL(filePath: path)) != before)
    }

    @Test("a store of the first version is brought up to date by the next writer", arguments: [true, false])
    func firstVersion(hasColumns: Bool) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        let names = StoreSchema.migrator.migrations
        try StoreSchema.migrator.migrate(queue, upTo: names[0])
        if hasColumns {
            try queue.write {
                try $0.execute(
                    sql: """
                        ALTER TABLE attempts ADD COLUMN peak_memory INTEGER;
                        ALTER TABLE attempts ADD COLUMN cpu_seconds REAL
                        """)
            }
        }
        try queue.close()
        _ = try ResultsStore.openForWriting(path: path)
        let store = try ResultsStore.openForReading(path: path)
        #expect(try store.sweeps().isEmpty)
        let columns = try DatabaseQueue(path: path).read { try $0.columns(in: "attempts").map(\.name) }
        #expect(
            columns.suffix(6) == ["peak_memory", "cpu_seconds", "end_metric", "end_epoch", "processor", "kernels"])
        let ofSweeps = try DatabaseQueue(path: path).read { try $0.columns(in: "sweeps").map(\.name) }
        #expect(ofSweeps.contains("metrics") && ofSweeps.contains("labels"))
    }

    @Test("an old store's sweeps get the limits that their files' texts say")
    func limitsOfOldStores() throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try StoreSchema.migrator.migrate(queue, upTo: StoreSchema.migrator.migrations[1])
        let texts = [
            "a": "retry: 3 # tries\ntimeout: '1.5m'\njobs: 2\nmax_failed: 7\nmemory_limit: 2GB\n",
            "b": "train:\n  retry: 3\nretry: many\ntimeout: soon\n",
        ]
        try queue.write { database in
            for (name, text) in texts {
                try database.execute(
                    sql: """
                        INSERT INTO sweeps (name, method, metric, goal, selection, file_path, file_text, file_hash,
                                            parameters, created_at, updated_at)
                        VALUES (?, 'grid', 'm', 'maximize', 'best', '', ?, '', '[]', 0, 0)
                        """,
                    arguments: [name, text])
            }
        }
        try queue.close()
        let store = try ResultsStore.openForWriting(path: path)
        let limits = SweepLimits(
            jobs: 2, timeout: .seconds(90), memoryLimit: 2_000_000_000, retries: 3, maxFailed: 7)
        #expect(try store.sweeps().map(\.limits) == [limits, SweepLimits()])
    }

    @Test(
        "names that mean something to SQLite are names of files",
        arguments: [":memory:", "file:x.db", "file:x?mode=ro"])
    func plainNames(_ name: String) throws {
        // Relative, as only such names could be taken for something else; the tests' folder is left as it was.
        defer { for ending in ["", "-wal", "-shm"] { unlink(name + ending) } }
        _ = try ResultsStore.openForWriting(path: name)
        #expect(FileManager.default.fileExists(atPath: FileManager.default.currentDirectoryPath + "/" + name))
        #expect(try ResultsStore.openForReading(path: name).sweeps().isEmpty)
    }

    @Test("a folder that cannot be made, or that is in the store's place, cannot be written")
    func cannotWrite() throws {
        try Data("x".utf8).write(to: folder.appending(path: "file"))
        let blocked = folder.appending(path: "file/sweeps.sqlite").path
        #expect(
            message { _ = try ResultsStore.openForWriting(path: blocked) }
                == "The store '\(blocked)' cannot be written: its folder cannot be made.")
        #expect(
            message { _ = try ResultsStore.openForWriting(path: folder.path) }
                == "The store '\(folder.path)' cannot be written: it is a folder.")
        #expect(
            message { _ = try ResultsStore.openForReading(path: folder.path) }
                == "The store '\(folder.path)' cannot be read: it is a folder.")
    }

    @Test("a store opened to read cannot be written, before and after the writer has gone")
    func readers() throws {
        var writer: ResultsStore? = try ResultsStore.openForWriting(path: path)
        let reader = try ResultsStore.openForReading(path: path)
        #expect(try reader.sweeps().isEmpty)
        #expect(writer != nil)
        writer = nil
        let late = try ResultsStore.openForReading(path: path)
        let words = message {
            _ = try late.register(
                TestStore.sweep(), fileText: "", filePath: "", trials: [], at: Date(timeIntervalSince1970: 0))
        }
        #expect(
            words
                == "The store '\(path)' cannot be written: it may only be read.")
    }

    @Test(
        "a store in a folder that may only be read can be read", .enabled(if: geteuid() != 0, "root may write anywhere")
    )
    func readOnlyFolder() throws {
        _ = try ResultsStore.openForWriting(path: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path) }
        #expect(try ResultsStore.openForReading(path: path).sweeps().isEmpty)
    }

    @Test("a store that nobody holds any more is one whole file")
    func closing() throws {
        do {
            let store = try ResultsStore.openForWriting(path: path)
            let time = Date(timeIntervalSince1970: 0)
            _ = try store.register(TestStore.sweep(), fileText: "", filePath: "", trials: TestStore.trials(9), at: time)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["sweeps.sqlite"])
        #expect(try ResultsStore.openForReading(path: path).sweeps().map(\.name) == ["digits"])
    }

    @Test("a store whose maker was killed half-way is made whole by the next writer, and none yet for readers")
    func halfMade() throws {
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        }
        #expect(
            message { _ = try ResultsStore.openForReading(path: path) }
                == "There is no store at '\(path)' yet.")
        #expect(try ResultsStore.openForWriting(path: path).sweeps().isEmpty)
        #expect(try ResultsStore.openForReading(path: path).sweeps().isEmpty)
    }

    @Test("writers that open a new store at once all get it, for it is made once")
    func atOnce() async throws {
        for round in 0..<10 {
            let path = folder.appending(path: "\(round)/sweeps.sqlite").path
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask { try ResultsStore.openForWriting(path: path).sweeps().count }
                }
                for try await count in group { #expect(count == 0) }
            }
        }
    }

    @Test("a second writer waits for the first, and says so when that takes too long")
    func busyWords() {
        #expect(
            "\(StoreError.busy(path: "a"))"
                == "The store 'a' has been locked by another process for too long; try again when it is done.")
    }
}
