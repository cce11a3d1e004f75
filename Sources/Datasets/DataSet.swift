import Randomness
import Settings

/// Data that were read, with all that does not hang on the seed worked out; a split of it is quick.
struct DataSet: Sendable {
    let summary: DataSummary
    /// The memory that the features take, in bytes.
    var size: Int { parts.reduce(0) { $0 + $1.content.size } }

    private struct Part: Sendable {
        let content: SourceContent
        /// The rows that are used, by class; all in one list for regression.
        let rows: [[Int32]]
        /// By row; empty for regression.
        let classes: [Int32]
    }

    private let settings: DataSettings
    private let features: FeatureSource
    private let parts: [Part]
    private let sizes: PartSizes
    private let devPart: Int?
    private let testPart: Int?

    /// A part that may have a source of its own.
    enum Role: Int {
        case train, dev, test
    }

    /// - Parameter read: gives the content of a part's source; the same one may be asked for twice.
    /// Throws a `DataError` or a `SettingError`, and what `read` throws.
    init(_ settings: DataSettings, read: (Role, DataSettings.Source) throws -> SourceContent) throws {
        self.settings = settings
        var sources: [(role: Role, source: DataSettings.Source)] = [(.train, settings.train)]
        let devPart = settings.dev == nil ? nil : sources.count
        if let dev = settings.dev { sources.append((.dev, dev)) }
        let testPart = settings.test == nil ? nil : sources.count
        if let test = settings.test { sources.append((.test, test)) }
        let contents = try Self.inColour(sources, sources.map(read), read)
        let features = try FeatureSource(contents)

        let labelling = try Labelling(contents[0].targets, task: settings.task)
        if labelling.task == .regression { try Self.checkRegression(settings) }
        let parts = try contents.map { content in
            let isRegression = labelling.task == .regression
            let classes = isRegression ? [] : try labelling.classes(of: content.targets)
            let rows = Self.rows(
                content.targets.values.count, classes: classes, count: labelling.task.classCount,
                limit: settings.limit)
            return Part(content: content, rows: rows, classes: classes)
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
            name: settings.name, fingerprint: Self.fingerprint(settings, contents).description,
            task: labelling.task, featureCount: features.shape.reduce(1, *), featureNames: features.names,
            shape: features.shape, skipped: contents.flatMap(\.skipped), notes: contents.flatMap(\.notes),
            trainCount: all - sizes.dev.reduce(0, +) - sizes.test.reduce(0, +), devCount: devCount,
            testCount: testCount)
        self.features = features
        self.parts = parts
        self.sizes = sizes
        self.devPart = devPart
        self.testPart = testPart
    }

    /// The parts for a split by `seed`: equal seeds, equal parts.
    func split(seed: UInt64) -> DataSplit {
        let pool = settings.stratify == false ? [parts[0].rows.joined().sorted()] : parts[0].rows
        let drawn = PartRows(pool, sizes: sizes, seed: seed)
        let makeExamples = features.maker(standardizedBy: settings.standardize ? drawn.train : nil)

        func examples(_ place: Int, _ rows: [Int32]) -> any ExampleSource {
            let part = parts[place]
            let values = part.content.targets.values
            let targets: Targets =
                switch summary.task {
                case .classification(let names):
                    .classes(rows.map { part.classes[Int($0)] }, count: names.count)
                case .regression: .values(rows.map { Float(values[Int($0)]) })
                }
            return makeExamples(place, rows, targets)
        }
        func given(_ place: Int?, orDrawn rows: [Int32]) -> (any ExampleSource)? {
            if let place { return examples(place, parts[place].rows.joined().sorted()) }
            return rows.isEmpty ? nil : examples(0, rows)
        }
        return DataSplit(
            train: examples(0, drawn.train), dev: given(devPart, orDrawn: drawn.dev),
            test: given(testPart, orDrawn: drawn.test), summary: summary)
    }

    /// Reads pictures that are all grey in colour, too, where those of another part are in colour and nothing is said.
    private static func inColour(
        _ sources: [(role: Role, source: DataSettings.Source)], _ contents: [SourceContent],
        _ read: (Role, DataSettings.Source) throws -> SourceContent
    ) throws -> [SourceContent] {
        func channels(_ place: Int) -> Int? {
            guard case .pictures = sources[place].source, case .prepared(let file, _, _) = contents[place] else {
                return nil
            }
            return file.layout.channels
        }
        guard contents.indices.contains(where: { channels($0) == 3 }) else { return contents }
        return try contents.indices.map { place in
            guard channels(place) == 1, case .pictures(let folder) = sources[place].source,
                folder.options.channels == nil
            else { return contents[place] }
            let coloured = PictureFolder(path: folder.path, options: folder.options.inColour)
            return try read(sources[place].role, .pictures(coloured))
        }
    }

    /// The rows by class, the first `limit` of each.
    private static func rows(_ examples: Int, classes: [Int32], count: Int?, limit: Int?) -> [[Int32]] {
        guard let count else { return [Array(0..<Int32(examples))] }
        var rows = [[Int32]](repeating: [], count: count)
        for (row, index) in classes.enumerated() where rows[Int(index)].count < limit ?? .max {
            rows[Int(index)].append(Int32(row))
        }
        return rows
    }

    private static func fingerprint(_ settings: DataSettings, _ contents: [SourceContent]) -> Fingerprint {
        var fingerprint = Fingerprint()
        for content in contents { fingerprint.combine(content.fingerprint) }
        fingerprint.combine(settings.shape)
        return fingerprint
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
