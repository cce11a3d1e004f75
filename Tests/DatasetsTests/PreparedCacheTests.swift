import Foundation
import Settings
import Synchronization
import Testing

@testable import Datasets

struct PreparedCacheTests {
    private let folder: TemporaryFolder
    private var cache: String { "\(folder.path)/cache" }

    init() throws {
        folder = try TemporaryFolder()
        try write([1, 2, 3, 4, 5, 6])
    }

    /// Three examples [1, 2] as bytes, written long ago.
    private func write(_ numbers: [UInt8], age: Double = 60) throws {
        let x = try folder.write("x.npy", bytes: ArrayFiles.npy("|u1", [3, 1, 2], numbers))
        let y = try folder.write("y.npy", bytes: ArrayFiles.npy("|u1", [3], [0, 1, 0]))
        for path in [x, y] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
        }
    }

    /// The examples as a new process would read them, and how often examples were prepared for it.
    private func read(isKept: Bool = true) throws -> (rows: [[Float]], prepared: Int) {
        let reports = Mutex(0)
        let data = DataCache(preparedFolder: cache, isKept: isKept) { _ in reports.withLock { $0 += 1 } }
        let entries: [String: SettingValue] = [
            "x": .string("x.npy"), "y": .string("y.npy"), "dev_fraction": .int(0), "standardize": .bool(false),
        ]
        let split = try data.split(of: DataSettings(.mapping(entries), folder: folder.path), trialSeed: 1)
        let rows = allRows(split.train).map { $0.map { ($0 * 255).rounded() } }
        return (rows, reports.withLock { $0 })
    }

    private func names(_ suffix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: cache).filter { $0.hasSuffix(suffix) }.sorted()
    }

    private static let rows: [[Float]] = [[1, 2], [3, 4], [5, 6]]

    @Test func `a process that is to keep nothing makes no file, and reads what others kept`() throws {
        #expect(try read(isKept: false) == (Self.rows, 1))
        #expect(!FileManager.default.fileExists(atPath: cache))
        _ = try read()
        #expect(try read(isKept: false) == (Self.rows, 0))
    }

    @Test func `a second process reads what the first prepared`() throws {
        #expect(try read() == (Self.rows, 1))
        #expect(try read() == (Self.rows, 0))
        #expect(try names(".examples").count == 1 && names(".source").count == 1 && names(".partial").isEmpty)
    }

    @Test func `moved or touched sources are known by their content`() throws {
        _ = try read()
        try write([1, 2, 3, 4, 5, 6], age: 30)
        #expect(try read() == (Self.rows, 0))
        #expect(try names(".examples").count == 1 && names(".source").count == 2)
    }

    @Test func `a changed source is prepared anew`() throws {
        _ = try read()
        try write([1, 2, 3, 4, 5, 7])
        #expect(try read() == ([[1, 2], [3, 4], [5, 7]], 1))
    }

    @Test func `a source that was just written is read again the next time`() throws {
        try write([1, 2, 3, 4, 5, 6], age: 0)
        #expect(try read() == (Self.rows, 1))
        #expect(try names(".source").isEmpty)
        #expect(try read() == (Self.rows, 0))
    }

    @Test(arguments: [0, 9, 17, 40, 50, 4096, 4099, 4110, 4200])
    func `a damaged file is recognized and made anew`(place: Int) throws {
        _ = try read()
        let path = "\(cache)/\(try #require(names(".examples").first))"
        let good = try Data(contentsOf: URL(filePath: path))
        var bytes = good
        bytes[place] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(try read() == (Self.rows, 1))
        #expect(try Data(contentsOf: URL(filePath: path)) == good)
    }

    @Test(arguments: [0, 1, 100, 4095, 4096, 4100])
    func `a file that was cut is recognized`(size: Int) throws {
        _ = try read()
        let path = "\(cache)/\(try #require(names(".examples").first))"
        let bytes = try Data(contentsOf: URL(filePath: path))
        try bytes.prefix(size).write(to: URL(filePath: path))
        #expect(try read() == (Self.rows, 1))
        try (bytes + [0]).write(to: URL(filePath: path))
        #expect(try read() == (Self.rows, 1))
    }

    @Test func `a file under another's name is not taken`() throws {
        _ = try read()
        let first = "\(cache)/\(try #require(names(".examples").first))"
        let other = try Data(contentsOf: URL(filePath: first))
        try write([9, 2, 3, 4, 5, 6])
        _ = try read()
        for name in try names(".examples") { try other.write(to: URL(filePath: "\(cache)/\(name)")) }
        #expect(try read() == ([[9, 2], [3, 4], [5, 6]], 1))
    }

    @Test func `what a killed process left is removed`() throws {
        try folder.write("cache/0123-abc.partial", bytes: [1, 2, 3])
        #expect(try read() == (Self.rows, 1))
        #expect(try names(".partial").isEmpty)
    }

    @Test func `many at once prepare once and read the same`() async throws {
        let results = try await withThrowingTaskGroup(of: (rows: [[Float]], prepared: Int).self) { group in
            for _ in 0..<8 { group.addTask { try read() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.allSatisfy { $0.rows == Self.rows })
        #expect(results.map(\.prepared).reduce(0, +) == 1)
    }

    @Test func `without a folder nothing is left behind`() throws {
        let entries: [String: SettingValue] = ["x": .string("x.npy"), "y": .string("y.npy"), "dev_fraction": .int(0)]
        let before = Self.temporaryNames()
        let split = try DataCache().split(of: DataSettings(.mapping(entries), folder: folder.path), trialSeed: 1)
        #expect(split.train.count == 3)
        #expect(Self.temporaryNames().subtracting(before).allSatisfy { Self.isGoneSoon($0) })
    }

    private static func temporaryNames() -> Set<String> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())) ?? []
        return Set(names.filter { $0.hasPrefix("sweep-data-") })
    }

    /// Other tests, which run at the same time, use such folders for moments.
    private static func isGoneSoon(_ name: String) -> Bool {
        for _ in 0..<200 {
            if !FileManager.default.fileExists(atPath: NSTemporaryDirectory() + name) { return true }
            usleep(10_000)
        }
        return false
    }

    @Test func `a folder that cannot be made is an error`() throws {
        try folder.write("cache", bytes: [1])
        let said = message { _ = try read() }
        #expect(said?.hasPrefix("\(cache): the folder for prepared data cannot be made: ") == true)
    }

    @Test func `reports progress in order, up to all`() throws {
        let count = 1000
        let body = (0..<count).map { UInt8($0 % 256) }
        try folder.write("x.npy", bytes: ArrayFiles.npy("|u1", [count, 1, 1], body))
        try folder.write("y.npy", bytes: ArrayFiles.npy("|u1", [count], body.map { $0 % 2 }))
        let reports = Mutex<[PreparationProgress]>([])
        let data = DataCache(preparedFolder: cache) { report in reports.withLock { $0.append(report) } }
        _ = try data.summary(
            of: DataSettings(.mapping(["x": .string("x.npy"), "y": .string("y.npy")]), folder: folder.path))
        let all = reports.withLock { $0 }
        #expect(all.last == PreparationProgress(name: "\(folder.path)/x.npy", done: count, total: count))
        #expect(all.map(\.done) == all.map(\.done).sorted())
    }
}
