public import Settings
public import Sweeps

/// A sweep file as read: what it says, and where it says it.
public struct SweepFile: Sendable {
    /// The most seeds that a file may ask for.
    public static let mostSeeds = LimitReader.mostSeeds

    /// Something that a person should know about the file, although it can be used.
    public struct Note: Hashable, Sendable {
        /// Nil where a script describes the sweep, whose text has no such place.
        public let position: SourcePosition?
        /// A sentence.
        public let text: String
    }

    public let sweep: Sweep
    /// As the person wrote it.
    public let path: String
    /// As written, byte for byte; of a script what it describes, as a sweep file would say it.
    public let text: String
    /// In the order of the file.
    public let notes: [Note]
    /// Whether the file gives a metric; where not, the objective is what is usual for the data.
    public let hasMetric: Bool
    private let written: WrittenSettings
    private let keys: [TopLevelKey: YAMLNode.Entry]

    /// Reads the text of a sweep file.
    ///
    /// - Parameter path: the file's path, for messages, for the sweep's default name and for relative data paths.
    /// - Throws: everything that is wrong in the file.
    public init(text: String, path: String) throws(SweepFileError) {
        let reader: SweepReader
        do throws(SweepFileError.Problem) {
            reader = SweepReader(try YAMLComposer.compose(text), name: SweepName.name(ofFile: path))
        } catch {
            throw SweepFileError(path: path, first: Self.isScript(path) ? error.withoutPosition : error)
        }
        let isScript = Self.isScript(path)
        var problems = isScript ? reader.problems.map(\.withoutPosition) : reader.problems
        if !SweepName.isAllowed(reader.sweep.name), reader.keys[.name].map(\.value.isNull) ?? true {
            let message =
                "The file's name would name the sweep '\(reader.sweep.name)', but \(SweepName.rule); "
                + "write 'name'."
            problems.append(SweepFileError.Problem(position: nil, message: message))
        }
        if let first = problems.first {
            throw SweepFileError(path: path, first: first, others: Array(problems.dropFirst()))
        }
        sweep = reader.sweep
        notes = isScript ? reader.notes.map { Note(position: nil, text: $0.text) } : reader.notes
        written = reader.written
        hasMetric = reader.keys[.metric] != nil
        keys = reader.keys
        self.text = text
        self.path = path
    }

    /// The folder that the file is in, where relative paths of data start; `.` for the current one.
    public var folder: String { Self.folder(of: path) }

    /// The same of a file's path.
    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether a path is that of a Python script, which tells its sweep only when it runs.
    public static func isScript(_ path: String) -> Bool { path.hasSuffix(".py") }

    /// Where a setting of a configuration was written, in `train` or in `parameters`, dotted or nested.
    ///
    /// - Parameters:
    ///   - path: as in a `SettingError`: `optimizer.betas[1]`; or a key of the file: `where`, `metric.name`.
    ///   - value: of several places the one that says this value.
    /// - Returns: the value's place, without a value the key's. For a setting that is missing, the place of the nearest
    ///   one that it belongs to, else of `train`.
    public func position(ofSetting path: String, value: SettingValue? = nil) -> SourcePosition? {
        if Self.isScript(self.path) { return nil }
        if let position = written.position(of: path, value: value) { return position }
        if let key = TopLevelKey(path: path) { return position(inside: key, path, value: value) }
        return keys[.train]?.position ?? keys[.parameters]?.position
    }

    /// The place of something that belongs to the file, not to a configuration; nil if it is not written.
    private func position(inside key: TopLevelKey, _ path: String, value: SettingValue?) -> SourcePosition? {
        guard let entry = keys[key] else { return nil }
        let setting = WrittenSetting(
            path: key.rawValue, scope: .train, position: entry.position, places: [WrittenSetting.Place(entry.value)])
        return WrittenSettings(settings: [setting]).position(of: path, value: value)
    }

    /// A mistake found later in what the file says, with its place.
    public func error(_ error: SettingError) -> SweepFileError {
        let position = position(ofSetting: error.path, value: error.value)
        return SweepFileError(
            path: path, first: SweepFileError.Problem(position: position, message: error.description))
    }
}

extension SweepFileError.Problem {
    fileprivate var withoutPosition: Self { Self(position: nil, message: message) }
}
