import Foundation
import GRDB
import Settings
import Sweeps
import Testing

@testable import ResultsStore

@Suite("Stores of older versions")
struct StoreMigrationTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "migration-\(UUID().uuidString)")
    var path: String { folder.appending(path: "sweeps.sqlite").path }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
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
            let error = #expect(throws: StoreError.self) { try reader.remove(sweep.id) }
            #expect(error?.description == "The store '\(path)' cannot be written: it may only be read.")
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
            #expect(try content(ResultsStore.openForWriting(path: path)) == read)
        }
        #expect(try Data(contentsOf: URL(filePath: path)) != before)
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }

    @Test("views that a person has made in an old store, of any name, are in the new one")
    func ownViews() throws {
        try makeOldStore(migrations: 7)
        let names = ["my view", "select", "it's \"mine\""]
        try DatabaseQueue(path: path).write { database in
            for name in names {
                try database.execute(
                    sql: "CREATE VIEW \(Self.quoted(name)) AS SELECT * FROM measurements WHERE metric = 'loss'")
            }
        }
        _ = try ResultsStore.openForWriting(path: path)
        let store = try ResultsStore.openForReading(path: path)
        for name in names {
            let query = "SELECT value FROM \(Self.quoted(name)) ORDER BY step"
            #expect(try store.readOnlyQuery(query).rows.first == [.double(0.25)], "\(name)")
        }
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
}
