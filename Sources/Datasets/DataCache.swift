import Settings
import Synchronization

/// Remembers data that were read, so that one trial after another on the same data starts at once.
///
/// What is remembered is used only while size, time and identity of the files are those that were read. Summaries are
/// kept for good; tables, and the splits used last, until they take more than a limit.
public final class DataCache: Sendable {
    private struct TableKey: Hashable {
        let source: DataSettings.Source
        let stamp: FileStamp?
        let reader: CSVReader
    }

    private struct SetKey: Hashable {
        let settings: DataSettings
        let stamps: [FileStamp?]
    }

    private struct SplitKey: Hashable {
        let set: SetKey
        let seed: UInt64
    }

    private struct State {
        var summaries: [SetKey: DataSummary] = [:]
        var tables: Recent<TableKey, Table>
        var sets: Recent<SetKey, DataSet>
        var splits: Recent<SplitKey, DataSplit>
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - mostBytes: of features that are kept; the data used last are kept in any case.
    ///   - mostSplits: how many splits are kept.
    public init(mostBytes: Int = 1 << 29, mostSplits: Int = 4) {
        let size = MemoryLayout<Float>.stride
        state = Mutex(
            State(
                tables: Recent(most: mostBytes) { $0.cells.count * size }, sets: Recent(most: mostBytes) { $0.size },
                splits: Recent(most: mostSplits) { _ in 1 }))
    }

    /// Reads the data if that was not done before. Throws a `DataError` or a `SettingError`.
    public func summary(of settings: DataSettings) throws -> DataSummary {
        let key = try Self.key(settings)
        return try state.withLock { state in
            if let known = state.summaries[key] { return known }
            return try Self.dataSet(key, &state).summary
        }
    }

    /// The data split for a trial, by its seed unless the settings say otherwise.
    ///
    /// Throws a `DataError` or a `SettingError`.
    public func split(of settings: DataSettings, trialSeed: Int) throws -> DataSplit {
        let seed = UInt64(bitPattern: Int64(settings.splitSeed ?? trialSeed))
        let key = SplitKey(set: try Self.key(settings), seed: seed)
        return try state.withLock { state in
            if let known = state.splits[key] { return known }
            let split = try Self.dataSet(key.set, &state).split(seed: seed)
            state.splits[key] = split
            return split
        }
    }

    private static func dataSet(_ key: SetKey, _ state: inout State) throws -> DataSet {
        if let known = state.sets[key] { return known }
        let settings = key.settings
        let reader = CSVReader(target: settings.target, categories: settings.categories, ignored: settings.ignore)
        let dataSet = try DataSet(settings) { source in
            let place = [settings.train, settings.dev, settings.test].firstIndex(of: source)
            let tableKey = TableKey(source: source, stamp: place.flatMap { key.stamps[$0] }, reader: reader)
            if let known = state.tables[tableKey] { return known }
            let table =
                switch source {
                case .digits: try Digits.table(reader)
                case .synthetic(let data): data.table()
                case .file(let path): try reader.read(ByteStream(file: path))
                }
            state.tables[tableKey] = table
            return table
        }
        state.sets[key] = dataSet
        state.summaries[key] = dataSet.summary
        // A split holds its table; those that belong to data no longer kept must not outlive them.
        state.splits.removeAll { split in !state.sets.contains(split.set) }
        return dataSet
    }

    private static func key(_ settings: DataSettings) throws(DataError) -> SetKey {
        var stamps: [FileStamp?] = []
        for source in [settings.train, settings.dev, settings.test] {
            if case .file(let path)? = source {
                stamps.append(try FileStamp(path: path))
            } else {
                stamps.append(nil)
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
