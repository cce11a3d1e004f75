import Randomness
import Settings

/// Tables that were read, with all that does not hang on the seed worked out; a split of it is quick.
struct DataSet: Sendable {
    let summary: DataSummary
    /// The memory that the features take, in bytes.
    var size: Int { parts.reduce(0) { $0 + $1.table.cells.count * MemoryLayout<Float>.stride } }

    private struct Part: Sendable {
        let table: Table
        /// The rows that are used, by class; all in one list for regression.
        let rows: [[Int32]]
        /// By row of the table; empty for regression.
        let classes: [Int32]
    }

    private let settings: DataSettings
    private let encoding: FeatureEncoding
    private let parts: [Part]
    private let sizes: PartSizes
    private let devPart: Int?
    private let testPart: Int?

    /// - Parameter read: gives the table of a source; the same one may be asked for twice.
    /// Throws a `DataError` or a `SettingError`.
    init(_ settings: DataSettings, read: (DataSettings.Source) throws -> Table) throws {
        self.settings = settings
        var tables = [try read(settings.train)]
        let devPart = settings.dev == nil ? nil : tables.count
        if let dev = settings.dev { tables.append(try read(dev)) }
        let testPart = settings.test == nil ? nil : tables.count
        if let test = settings.test { tables.append(try read(test)) }
        for table in tables.dropFirst() { try Self.check(table, against: tables[0]) }

        let labelling = try Labelling(tables[0].targets, task: settings.task)
        if labelling.task == .regression { try Self.checkRegression(settings) }
        let encoding = FeatureEncoding(tables)
        let parts = try tables.map { table in
            let isRegression = labelling.task == .regression
            let classes = isRegression ? [] : try labelling.classes(of: table.targets)
            let rows = Self.rows(table, classes: classes, count: labelling.task.classCount, limit: settings.limit)
            return Part(table: table, rows: rows, classes: classes)
        }
        let classSizes = settings.stratify == false ? [parts[0].rows.joined().count] : parts[0].rows.map(\.count)
        let sizes = PartSizes(
            classSizes: classSizes, devFraction: settings.devFraction, testFraction: settings.testFraction)
        let devCount = devPart.map { parts[$0].rows.joined().count } ?? sizes.dev.reduce(0, +)
        let testCount = testPart.map { parts[$0].rows.joined().count } ?? sizes.test.reduce(0, +)
        let all = classSizes.reduce(0, +)
        try Self.check("dev", settings.devFraction, of: all, leaves: devCount)
        try Self.check("test", settings.testFraction, of: all, leaves: testCount)
        summary = DataSummary(
            name: settings.name, fingerprint: Self.fingerprint(settings, tables).description, task: labelling.task,
            featureNames: encoding.featureNames,
            trainCount: all - sizes.dev.reduce(0, +) - sizes.test.reduce(0, +), devCount: devCount,
            testCount: testCount)
        self.encoding = encoding
        self.parts = parts
        self.sizes = sizes
        self.devPart = devPart
        self.testPart = testPart
    }

    /// The parts for a split by `seed`: equal seeds, equal parts.
    func split(seed: UInt64) -> DataSplit {
        let pool = settings.stratify == false ? [parts[0].rows.joined().sorted()] : parts[0].rows
        let drawn = PartRows(pool, sizes: sizes, seed: seed)
        let standardization =
            settings.standardize
            ? Standardization(parts[0].table, rows: drawn.train, encoding: encoding)
            : Standardization(width: encoding.width)

        func examples(_ place: Int, _ rows: [Int32]) -> TableExamples {
            let part = parts[place]
            let targets: Targets =
                switch summary.task {
                case .classification(let names):
                    .classes(rows.map { part.classes[Int($0)] }, count: names.count)
                case .regression: .values(rows.map { Float(part.table.targetValues[Int($0)]) })
                }
            return TableExamples(
                part.table, rows: rows, place: place, targets: targets, encoding: encoding,
                standardization: standardization)
        }
        func given(_ place: Int?, orDrawn rows: [Int32]) -> TableExamples? {
            if let place { return examples(place, parts[place].rows.joined().sorted()) }
            return rows.isEmpty ? nil : examples(0, rows)
        }
        return DataSplit(
            train: examples(0, drawn.train), dev: given(devPart, orDrawn: drawn.dev),
            test: given(testPart, orDrawn: drawn.test), summary: summary)
    }

    /// The rows by class, the first `limit` of each.
    private static func rows(_ table: Table, classes: [Int32], count: Int?, limit: Int?) -> [[Int32]] {
        guard let count else { return [Array(0..<Int32(table.count))] }
        var rows = [[Int32]](repeating: [], count: count)
        for (row, index) in classes.enumerated() where rows[Int(index)].count < limit ?? .max {
            rows[Int(index)].append(Int32(row))
        }
        return rows
    }

    private static func fingerprint(_ settings: DataSettings, _ tables: [Table]) -> Fingerprint {
        var fingerprint = Fingerprint()
        for table in tables {
            fingerprint.combine(table.fingerprint.description)
            fingerprint.combine(table.target.name)
        }
        fingerprint.combine(settings.shape)
        return fingerprint
    }

    /// Parts in files of their own must be built alike.
    private static func check(_ table: Table, against training: Table) throws(DataError) {
        let columns = table.columns + [table.target]
        let expected = training.columns + [training.target]
        if columns.map(\.name) != expected.map(\.name) {
            throw DataError(
                path: table.path, line: 1, rule: "the columns must be those of \(training.path), in the same order")
        }
        for (column, other) in zip(columns, expected)
        where (column.categories == nil) != (other.categories == nil) {
            let (here, there) = column.categories == nil ? ("numbers", "text") : ("text", "numbers")
            throw DataError(
                path: table.path, line: 2, column: column.name,
                rule: "it holds \(here), but \(there) in \(training.path)")
        }
    }

    private static func check(
        _ part: String, _ fraction: Double, of all: Int, leaves count: Int
    ) throws(SettingError) {
        if fraction > 0, count == 0 {
            throw SettingError(
                path: "data.\(part)_fraction", value: .number(fraction),
                rule: "of \(all) examples that leaves none for the \(part) set")
        }
    }

    private static func checkRegression(_ settings: DataSettings) throws(SettingError) {
        let reason = "the target of \(settings.name) is a number to predict (regression), so there are no classes to"
        if settings.stratify == true {
            throw SettingError(path: "data.stratify", value: .bool(true), rule: "\(reason) stratify by")
        }
        if let limit = settings.limit {
            throw SettingError(path: "data.limit", value: .int(limit), rule: "\(reason) limit")
        }
    }
}

extension DataSettings {
    /// The settings that shape the examples, apart from where they come from, as text.
    fileprivate var shape: String {
        SettingValue.mapping([
            "task": .string(task?.rawValue ?? ""), "dev_fraction": .number(devFraction),
            "test_fraction": .number(testFraction), "standardize": .bool(standardize),
            "stratify": stratify.map(SettingValue.bool) ?? .null,
            "split_seed": splitSeed.map(SettingValue.int) ?? .null,
            "limit": limit.map(SettingValue.int) ?? .null, "categories": .list(categories.map(SettingValue.string)),
            "ignore": .list(ignore.map(SettingValue.string)), "dev": .bool(dev != nil), "test": .bool(test != nil),
        ]).canonicalJSON
    }
}
