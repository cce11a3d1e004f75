public import Settings

/// What a person says about the data: the setting `data`, checked as far as that is possible without the data.
public struct DataSettings: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
        case digits
        case synthetic(SyntheticData)
        /// A CSV file; the path as it can be opened.
        case file(path: String)
        case arrays(ArrayPair)
        case pictures(PictureFolder)
        case shapes(Shapes)
    }

    /// As it was written: `digits`, `iris.csv`.
    public let name: String
    public let train: Source
    public let dev: Source?
    public let test: Source?
    /// The target's column; nil: the last.
    public let target: String?
    /// nil: told from the target.
    public let task: DataTask.Kind?
    /// Of the examples of `train`; 0 if `dev` says where they are.
    public let devFraction: Double
    public let testFraction: Double
    public let standardize: Bool
    /// nil: for classification.
    public let stratify: Bool?
    /// nil: the trial's seed.
    public let splitSeed: Int?
    /// The most examples of each class, the first ones in their order.
    public let limit: Int?
    /// Columns that hold categories even if they look like numbers.
    public let categories: [String]
    /// Columns that are left out.
    public let ignore: [String]

    /// Reads the setting: a name, a path, or a mapping.
    ///
    /// - Parameters:
    ///   - folder: where relative paths start.
    ///   - record: hears of all that is read, with the defaults.
    /// Throws a `SettingError`.
    public init(_ setting: SettingValue, folder: String, record: SettingRecord? = nil) throws(SettingError) {
        guard let entries = setting.asMapping else {
            throw SettingError(path: "data", value: setting, rule: "it must be a name, a path or a mapping")
        }
        var reader = SettingReader(entries, path: "data", record: record)
        let sources = try SourceReader(folder: folder).read(&reader, whole: setting)
        name = sources.name
        train = sources.train
        dev = sources.dev
        test = sources.test
        switch train {
        case .synthetic, .pictures, .shapes: (target, task, categories, ignore) = (nil, nil, [], [])
        case .arrays:
            task = try reader.value("task") == nil ? nil : reader.choice("task", default: .classification)
            (target, categories, ignore) = (nil, [], [])
        case .digits, .file:
            target = try reader.text("target")
            task = try reader.value("task") == nil ? nil : reader.choice("task", default: .classification)
            categories = try Self.names("categories", &reader)
            ignore = try Self.names("ignore", &reader)
        }
        devFraction = try Self.fraction("dev", default: 0.2, given: dev == nil ? nil : "'data.dev'", &reader)
        testFraction = try Self.fraction("test", default: 0, given: sources.testOrigin, &reader)
        standardize = try reader.bool("standardize", default: true)
        stratify = try reader.value("stratify") == nil ? nil : reader.bool("stratify", default: true)
        if stratify == nil { reader.assume("stratify", .bool(true)) }
        splitSeed = try reader.wholeNumber("split_seed", atLeast: 0)
        limit = try reader.wholeNumber("limit", atLeast: 1)
        try reader.finish()

        if devFraction + testFraction >= 1 {
            throw reader.error(
                "test_fraction", .number(testFraction),
                "with a dev_fraction of \(SettingValue.number(devFraction)) no example is left to train with")
        }
        if task == .regression, stratify == true {
            throw reader.error("stratify", .bool(true), "with 'task: regression' there are no classes to stratify by")
        }
        if task == .regression, let limit {
            throw reader.error("limit", .int(limit), "with 'task: regression' there are no classes to limit")
        }
    }

    /// A fraction to be cut from the training examples, which has no place where something names the part already.
    private static func fraction(
        _ part: String, default fallback: Double, given: String?, _ reader: inout SettingReader
    ) throws(SettingError) -> Double {
        let name = "\(part)_fraction"
        guard let fraction = try reader.number(name, .fraction) else {
            let assumed = given == nil ? fallback : 0
            reader.assume(name, .number(assumed))
            return assumed
        }
        if let given {
            throw reader.error(name, .number(fraction), "\(given) already names the \(part) set; leave one out")
        }
        return fraction
    }

    private static func names(_ key: String, _ reader: inout SettingReader) throws(SettingError) -> [String] {
        guard let value = reader.value(key) else { return [] }
        guard case .list(let elements) = value else { throw reader.error(key, value, "it must be a list of columns") }
        var names: [String] = []
        for element in elements {
            guard let name = element.text else { throw reader.error(key, value, "it must be a list of columns") }
            names.append(name)
        }
        return names
    }
}
