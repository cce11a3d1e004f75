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
    private func read(onlyChecks: Bool = false) throws -> (rows: [[Float]], prepared: Int) {
        let reports = Mutex(0)
        let data = DataCache(preparedFolder: cache, onlyChecks: onlyChecks) { report in
            if let report, report.activity == .preparing, report.done == report.total { reports.withLock { $0 += 1 } }
        }
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

    @Test func `a process that only checks makes no file, and reads what others kept`() throws {
        let entries: [String: SettingValue] = ["x": .string("x.npy"), "y": .string("y.npy"), "dev_fraction": .int(0)]
        let settings = try DataSettings(.mapping(entries), folder: folder.path)
        let checked = try DataCache(preparedFolder: cache, onlyChecks: true).summary(of: settings)
        #expect(checked.trainCount == 3 && checked.shape == [1, 2])
        #expect(!FileManager.default.fileExists(atPath: cache))
        #expect(try DataCache(preparedFolder: cache).summary(of: settings) == checked)
        #expect(try read(onlyChecks: true) == (Self.rows, 0))
    }

    @Test func `what is only checked is checked whole`() throws {
        try folder.write("x.npy", bytes: ArrayFiles.npy("<f4", [2, 1], ArrayFiles.bytes([1, .nan] as [Float])))
        try folder.write("y.npy", bytes: ArrayFiles.npy("|u1", [2], [0, 1]))
        let settings = try DataSettings(
            .mapping(["x": .string("x.npy"), "y": .string("y.npy")]), folder: folder.path)
        let said = message { _ = try DataCache(preparedFolder: cache, onlyChecks: true).summary(of: settings) }
        #expect(said?.contains("array 'x[1]' is 'nan'; it must be a finite number") == true)
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

    @Test(arguments: [0, 9, 17, 40, 50, 4102, 4110, 4200])
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

    @Test func `examples are looked at when they are used, and on demand`() throws {
        _ = try read()
        let name = try #require(names(".examples").first)
        let path = "\(cache)/\(name)"
        let key = String(name.dropLast(".examples".count))
        #expect(PreparedFile(path: path, key: key)?.hasWholeExamples == true)
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[4099] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(PreparedFile(path: path, key: key)?.hasWholeExamples == false)
    }

    @Test func `what a killed process left and what nobody used for a month is removed`() throws {
        for name in ["a.partial", "b.lock", "c.examples", "d.source"] {
            try folder.write("cache/old-\(name)", bytes: [1, 2, 3])
            try folder.write("cache/new-\(name)", bytes: [1, 2, 3])
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -31 * 86_400)], ofItemAtPath: "\(cache)/old-\(name)")
        }
        #expect(try read() == (Self.rows, 1))
        #expect(try names("").filter { $0.hasPrefix("old-") }.isEmpty)
        #expect(try names("").filter { $0.hasPrefix("new-") }.count == 4)
    }

    @Test func `what is used is kept`() throws {
        _ = try read()
        let old = Date(timeIntervalSinceNow: -31 * 86_400)
        for name in try names("") {
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: "\(cache)/\(name)")
        }
        _ = try read()
        try write([9, 2, 3, 4, 5, 6])
        _ = try read()
        #expect(try names(".examples").count == 2 && names(".source").count == 2)
    }

    @Test func `whoever waits for another's preparation says so`() throws {
        let path = "\(folder.path)/key.lock"
        let first = try #require(FolderLock(path: path) { Issue.record("nobody holds it") })
        var waits = 0
        let second = FolderLock(path: path) {
            waits += 1
            if waits == 2 { first.release() }
        }
        #expect(waits == 2)
        try #require(second).release()
        #expect(!FileManager.default.fileExists(atPath: path))
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
        for _ in 0..<6_000 {
            if !FileManager.default.fileExists(atPath: NSTemporaryDirectory() + name) { return true }
            usleep(10_000)
        }
        return false
    }

    @Test func `a folder that cannot be made is no fault of the data`() throws {
        try folder.write("cache", bytes: [1])
        let said = message { _ = try read() }
        #expect(said == "\(cache): prepared data cannot be written: Not a directory.")
    }

    @Test func `data that do not fit on the disk are refused before the first byte`() throws {
        let entries: [String: SettingValue] = [
            "source": .string("shapes"), "examples": .int(1_000_000), "size": .list([.int(4096), .int(4096)]),
        ]
        let error = #expect(throws: PreparedWriteError.self) {
            try DataCache(preparedFolder: cache).summary(of: DataSettings(.mapping(entries), folder: folder.path))
        }
        #expect(error?.description.contains("prepared data cannot be written: they take 50 TB, and ") == true)
        #expect(error?.remedy == "free some space")
        #expect(try names("").isEmpty)
    }

    @Test func `reports progress in order, up to all`() throws {
        let count = 1000
        let body = (0..<count).map { UInt8($0 % 256) }
        try folder.write("x.npy", bytes: ArrayFiles.npy("|u1", [count, 1, 1], body))
        try folder.write("y.npy", bytes: ArrayFiles.npy("|u1", [count], body.map { $0 % 2 }))
        let reports = Mutex<[PreparationProgress?]>([])
        let data = DataCache(preparedFolder: cache) { report in reports.withLock { $0.append(report) } }
        _ = try data.summary(
            of: DataSettings(.mapping(["x": .string("x.npy"), "y": .string("y.npy")]), folder: folder.path))
        let all = reports.withLock { $0 }
        #expect(all.last == .some(nil))
        #expect(all.first == PreparationProgress(.reading, "\(folder.path)/x.npy", total: 2147, unit: .bytes))
        let prepared = all.compactMap { $0 }.filter { $0.activity == .preparing }
        #expect(prepared.last?.extentText == ": 100 % of 1000")
        #expect(prepared.map(\.done) == prepared.map(\.done).sorted())
        #expect(all.contains { $0?.activityText == "saving the prepared \(folder.path)/x.npy" })
    }

    @Test func `a preparation that fails has ended, too`() throws {
        try folder.write("x.npy", bytes: [1])
        let last = Mutex<PreparationProgress?>(nil)
        let data = DataCache(preparedFolder: cache) { report in last.withLock { $0 = report } }
        let settings = try DataSettings(.mapping(["x": .string("x.npy"), "y": .string("y.npy")]), folder: folder.path)
        #expect(throws: DataError.self) { try data.summary(of: settings) }
        #expect(last.withLock { $0 } == nil)
    }

    @Test func `sizes are said as people read them`() {
        let sizes = [0, 999, 1000, 1_549, 9_960, 376_000_000, 999_600_000, 50_331_648_000_000, .max]
        #expect(
            sizes.map(ByteWords.text) == [
                "0 bytes", "999 bytes", "1 kB", "1.5 kB", "10 kB", "376 MB", "1 GB", "50 TB", "9.2 EB",
            ])
    }
}
