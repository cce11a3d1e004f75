import Foundation
import GRDB
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
