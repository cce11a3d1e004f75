import Settings
import Synchronization

/// Remembers data that were read, so that one trial after another on the same data starts at once.
///
/// What is remembered is used only while size, time and identity of the files are those that were read. Summaries are
/// kept for good; tables, and the splits used last, until they take more than a limit.
public final class DataCache: Sendable {
    private struct ContentKey: Hashable {
        let source: DataSettings.Source
        let stamp: SourceListing?
        let reader: CSVReader
    }

    private struct SetKey: Hashable {
        let settings: DataSettings
        let stamps: [SourceListing?]
    }

    private struct SplitKey: Hashable {
        let set: SetKey
        let seed: UInt64
    }

    private struct State {
        var summaries: [SetKey: DataSummary] = [:]
        var contents: Recent<ContentKey, SourceContent>
        var sets: Recent<SetKey, DataSet>
        var splits: Recent<SplitKey, DataSplit>
    }

    private let state: Mutex<State>
    private let prepared: PreparedCache

    /// - Parameters:
    ///   - mostBytes: of features that are kept; the data used last are kept in any case.
    ///   - mostSplits: how many splits are kept.
    ///   - preparedFolder: where data from files are kept as all processes can map them into memory; nil: each process
    ///     prepares them anew.
    ///   - onlyChecks: whether nothing is written: summaries are to be had, but splits only of what was prepared before.
    ///   - progress: hears of preparations.
    public init(
        mostBytes: Int = 1 << 29, mostSplits: Int = 4, preparedFolder: String? = nil, onlyChecks: Bool = false,
        progress: @escaping ProgressReport = { _ in }
    ) {
        prepared = PreparedCache(folder: preparedFolder, onlyChecks: onlyChecks, report: progress)
        state = Mutex(
            State(
                contents: Recent(most: mostBytes) { $0.size }, sets: Recent(most: mostBytes) { $0.size },
                splits: Recent(most: mostSplits) { _ in 1 }))
    }

    /// Reads the data if that was not done before. Throws a `DataError`, a `SettingError` or a `PreparedWriteError`.
    public func summary(of settings: DataSettings) throws -> DataSummary {
        let key = try Self.key(settings)
        return try state.withLock { state in
            if let known = state.summaries[key] { return known }
            return try dataSet(key, &state).summary
        }
    }

    /// The data split for a trial, by its seed unless the settings say otherwise.
    ///
    /// Throws as `summary(of:)` does.
    public func split(of settings: DataSettings, trialSeed: Int) throws -> DataSplit {
        let seed = UInt64(bitPattern: Int64(settings.splitSeed ?? trialSeed))
        let key = SplitKey(set: try Self.key(settings), seed: seed)
        return try state.withLock { state in
            if let known = state.splits[key] { return known }
            let split = try dataSet(key.set, &state).split(seed: seed)
            state.splits[key] = split
            return split
        }
    }

    private func dataSet(_ key: SetKey, _ state: inout State) throws -> DataSet {
        if let known = state.sets[key] { return known }
        let settings = key.settings
        let reader = CSVReader(target: settings.target, categories: settings.categories, ignored: settings.ignore)
        let dataSet = try DataSet(settings) { part, source in
            let stamp = key.stamps[part.rawValue]
            let contentKey = ContentKey(source: source, stamp: stamp, reader: reader)
            if let known = state.contents[contentKey] { return known }
            let content = try content(of: source, stamp, reader)
            state.contents[contentKey] = content
            return content
        }
        state.sets[key] = dataSet
        state.summaries[key] = dataSet.summary
        // A split holds its table; those that belong to data no longer kept must not outlive them.
        state.splits.removeAll { split in !state.sets.contains(split.set) }
        return dataSet
    }

    private func content(
        of source: DataSettings.Source, _ stamp: SourceListing?, _ reader: CSVReader
    ) throws -> SourceContent {
        switch source {
        case .digits: return .table(try Digits.table(reader))
        case .synthetic(let data): return .table(data.table())
        case .file(let path): return try content(of: CSVFile(path: path, reader: reader), stamp)
        case .arrays(let arrays): return try content(of: arrays, stamp)
        case .pictures(let folder): return try content(of: folder, stamp)
        case .shapes(let shapes): return try content(of: shapes, stamp)
        }
    }

    private func content(of source: any PreparableSource, _ stamp: SourceListing?) throws -> SourceContent {
        let listing = try stamp ?? source.listing()
        let file = try prepared.open(source, files: listing.files)
        if let table = Table(file, path: source.name) { return .table(table) }
        return .prepared(file, of: source, notes: listing.notes)
    }

    private static func key(_ settings: DataSettings) throws -> SetKey {
        let stamps = try [settings.train, settings.dev, settings.test].map { source -> SourceListing? in
            switch source {
            case nil, .digits, .synthetic, .shapes: nil
            case .file(let path): try CSVFile(path: path, reader: CSVReader()).listing()
            case .arrays(let arrays): try arrays.listing()
            case .pictures(let folder): try folder.listing()
            }
        }
        return SetKey(settings: settings, stamps: stamps)
    }
}

/// The values used last, as many as fit a limit; the last one in any case.
private struct Recent<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var entries: [(key: Key, value: Value)] = []
    private let most: Int
    private let size: @Sendable (Value) -> Int

    init(most: Int, size: @escaping @Sendable (Value) -> Int) {
        self.most = most
        self.size = size
    }

    subscript(key: Key) -> Value? {
        mutating get {
            guard let place = entries.firstIndex(where: { $0.key == key }) else { return nil }
            let entry = entries.remove(at: place)
            entries.append(entry)
            return entry.value
        }
        set {
            entries.removeAll { $0.key == key }
            guard let newValue else { return }
            entries.append((key, newValue))
            while entries.count > 1, entries.reduce(0, { $0 + size($1.value) }) > most { entries.removeFirst() }
        }
    }

    func contains(_ key: Key) -> Bool { entries.contains { $0.key == key } }

    mutating func removeAll(where isOld: (Key) -> Bool) { entries.removeAll { isOld($0.key) } }
}
