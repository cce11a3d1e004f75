import Foundation
import Settings
import Synchronization
import Testing

@testable import Datasets

struct CSVFileTests {
    private let folder: TemporaryFolder
    private var cache: String { "\(folder.path)/cache" }

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Written long ago.
    private func write(_ text: String) throws {
        let path = try folder.write("a.csv", text)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: path)
    }

    private func split(_ more: [String: SettingValue] = [:]) throws -> (split: DataSplit, prepared: Int) {
        let reports = Mutex(0)
        let data = DataCache(preparedFolder: cache) { report in
            if report?.activity == .preparing, report?.done == 0 { reports.withLock { $0 += 1 } }
        }
        let entries = more.merging(["source": .string("a.csv")]) { $1 }
        let split = try data.split(of: DataSettings(.mapping(entries), folder: folder.path), trialSeed: 1)
        return (split, reports.withLock { $0 })
    }

    private static let text =
        "colour,\"a\nb\",x,y\n"
        + (0..<60).map {
            "\(["red", "blue", "\"dark\nred\""][$0 % 3]),\($0 * $0),0.\($0)7,\($0 % 2 == 0 ? "no" : "yes")\n"
        }
        .joined()

    @Test func `a second process maps what the first one read, with the same bits`() throws {
        try write(Self.text)
        let (first, second) = (try split(), try split())
        #expect(first.prepared == 1 && second.prepared == 0)
        #expect(first.split.summary == second.split.summary)
        let (one, two) = (allRows(first.split.train), allRows(second.split.train))
        #expect(one.map { $0.map(\.bitPattern) } == two.map { $0.map(\.bitPattern) })
        #expect(first.split.train.targets.classes == second.split.train.targets.classes)
    }

    @Test func `mapped rows are those of a table in memory`() throws {
        try write(Self.text)
        let path = "\(folder.path)/a.csv"
        let memory = try CSVReader().read(ByteStream(file: path))
        let source = CSVFile(path: path, reader: CSVReader())
        let file = try PreparedCache(folder: cache, onlyChecks: false, report: { _ in })
            .open(source, files: source.listing().files)
        let mapped = try #require(Table(file, path: path))
        #expect(mapped.cells.values.map(\.bitPattern) == memory.cells.values.map(\.bitPattern))
        #expect(mapped.columns == memory.columns && mapped.target == memory.target)
        #expect(mapped.targetValues == memory.targetValues && mapped.lineShifts == memory.lineShifts)
        #expect(!mapped.lineShifts.isEmpty && mapped.fingerprint == memory.fingerprint)
        #expect(mapped.cells.ownSize == 0)
    }

    @Test func `the fingerprint of a table is what it was before tables were prepared`() throws {
        try write("x,y\n1,a\n2,b\n")
        let table = try table("x,y\n1,a\n2,b\n")
        #expect(SourceContent.table(table).fingerprint == "\(table.fingerprint)y")
        let file = CSVFile(path: "\(folder.path)/a.csv", reader: CSVReader())
        let prepared = try PreparedCache(folder: nil, onlyChecks: true, report: { _ in })
            .open(file, files: file.listing().files)
        #expect(try SourceContent.table(#require(Table(prepared, path: ""))).fingerprint == "\(table.fingerprint)y")
    }

    @Test func `what a column is taken for is a part of what was prepared`() throws {
        try write("x,z,y\n1,2,a\n2,3,b\n3,2,a\n")
        let none: [String: SettingValue] = ["dev_fraction": .int(0)]
        #expect(try split(none).split.summary.featureNames == ["x", "z"])
        let categories = try split(none.merging(["categories": .list([.string("z")])]) { $1 })
        #expect(categories.prepared == 1 && categories.split.summary.featureNames == ["x", "z=2", "z=3"])
        #expect(try split(none.merging(["ignore": .list([.string("z")])]) { $1 }).split.summary.featureNames == ["x"])
        #expect(try split(none.merging(["target": .string("z")]) { $1 }).split.summary.featureNames.count == 3)
        #expect(try split(none).prepared == 0)
    }

    @Test func `many rows come in pieces, in their order`() throws {
        let count = 300_000
        var text = "a,b,c,d,y\n"
        for row in 0..<count { text += "\(row),1,2,3,\(row % 2)\n" }
        try write(text)
        let train = try split(["dev_fraction": .int(0), "standardize": .bool(false)]).split.train
        #expect(train.count == count)
        #expect(rows(train, [0, 262_143, 262_144, 299_999]).map { $0[0] } == [0, 262_143, 262_144, 299_999])
    }

    @Test func `an error in a prepared table names the line`() throws {
        try write("x,y\n\"1\",a\n\"2\n\",b\n3,c\n")
        let said = message { _ = try split() }
        #expect(said?.contains("a.csv:3: column 'x' is '2") == true)
        try write("c,y\n\"q\nr\",a\nq,b\n")
        try folder.write("dev.csv", "c,y\n\"q\nr\",a\nq,b\nq,z\n")
        let words = message { _ = try split(["dev": .string("dev.csv")]) }
        #expect(words?.contains("dev.csv:5: column 'y' is 'z'; no training example is of this class.") == true)
    }
}
