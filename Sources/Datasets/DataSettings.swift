public import Settings

/// What a person says about the data: the setting `data`, checked as far as that is possible without the data.
public struct DataSettings: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
        case digits
        case synthetic(SyntheticData)
        /// The path as it can be opened.
        case file(path: String)
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
    /// Throws a `SettingError`.
    public init(_ setting: SettingValue, folder: String) throws(SettingError) {
        guard let entries = setting.asMapping else {
            throw SettingError(path: "data", value: setting, rule: "it must be a name, a path or a mapping")
        }
        var reader = SettingReader(entries, path: "data")
        let (sourceKey, name) = try Self.source(&reader, whole: setting)
        let isPlain = if case .string = setting { true } else { false }
        self.name = name
        train = try Self.train(name, at: isPlain ? "data" : "data.\(sourceKey)", folder: folder, &reader)
        dev = try Self.part("dev", of: train, folder: folder, &reader)
        test = try Self.part("test", of: train, folder: folder, &reader)
        if case .synthetic = train {
            (target, task, categories, ignore) = (nil, nil, [], [])
        } else {
            target = try reader.text("target")
            task = try reader.value("task") == nil ? nil : reader.choice("task", default: .classification)
            categories = try Self.names("categories", &reader)
            ignore = try Self.names("ignore", &reader)
        }
        devFraction = try Self.fraction("dev", default: 0.2, isGiven: dev != nil, &reader)
        testFraction = try Self.fraction("test", default: 0, isGiven: test != nil, &reader)
        standardize = try reader.bool("standardize", default: true)
        stratify = try reader.value("stratify") == nil ? nil : reader.bool("stratify", default: true)
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

    /// The key and value that say where the data are.
    private static func source(
        _ reader: inout SettingReader, whole: SettingValue
    ) throws(SettingError) -> (key: String, value: String) {
        var found: (key: String, value: String)?
        for key in ["source", "train", "name"] {
            guard let value = try reader.text(key) else { continue }
            if let other = found {
                throw reader.error(key, .string(value), "'\(other.key)' already says where the data are; leave one out")
            }
            found = (key, value)
        }
        if let found { return found }
        throw SettingError(path: "data", value: whole, rule: "'source' is missing: a built-in name or a path")
    }

    private static func train(
        _ text: String, at path: String, folder: String, _ reader: inout SettingReader
    ) throws(SettingError) -> Source {
        if let builtIn = BuiltInData(rawValue: text) {
            return try builtIn.synthesis.map { (synthesis) throws(SettingError) in
                .synthetic(try SyntheticData(synthesis, &reader))
            } ?? .digits
        }
        if let file = file(text, folder: folder) { return file }
        let looksLikePath = text.contains("/") || text.contains(".")
        if !looksLikePath, let nearest = NearestName.of(text, among: BuiltInData.names) {
            throw SettingError(path: path, value: .string(text), rule: "no such data set; did you mean '\(nearest)'?")
        }
        throw SettingError(
            path: path, value: .string(text),
            rule: "it must be the path of a .csv file or the name of a built-in data set "
                + "(\(BuiltInData.names.joined(separator: ", ")))")
    }

    /// The file that holds a part of its own, if one is named.
    private static func part(
        _ name: String, of train: Source, folder: String, _ reader: inout SettingReader
    ) throws(SettingError) -> Source? {
        guard let text = try reader.text(name) else { return nil }
        guard let file = file(text, folder: folder) else {
            throw reader.error(name, .string(text), "it must be the path of a .csv file")
        }
        if file == train { throw reader.error(name, .string(text), "it is the file to train with; name another") }
        return file
    }

    private static func file(_ text: String, folder: String) -> Source? {
        guard text.lowercased().hasSuffix(".csv"), text.utf8.count > 4 else { return nil }
        let isRelative = !text.hasPrefix("/") && !folder.isEmpty && folder != "."
        return .file(path: isRelative ? folder + (folder.hasSuffix("/") ? "" : "/") + text : text)
    }

    /// A fraction to be cut from the training examples, which has no place where a file holds the part already.
    private static func fraction(
        _ part: String, default fallback: Double, isGiven: Bool, _ reader: inout SettingReader
    ) throws(SettingError) -> Double {
        let name = "\(part)_fraction"
        guard let fraction = try reader.number(name, .fraction) else { return isGiven ? 0 : fallback }
        if isGiven {
            throw reader.error(name, .number(fraction), "'data.\(part)' already names the \(part) set; leave one out")
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
