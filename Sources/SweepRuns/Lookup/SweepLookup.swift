import Foundation
public import ResultsStore
import SweepFiles
import Sweeps

/// Finds the sweep that a person means by its name or its file.
public enum SweepLookup {
    /// - Throws: `LookupError` where there is none, `SweepFileError` for a file that cannot be read.
    public static func find(_ text: String, in store: ResultsStore) throws -> SweepRecord {
        if let record = try store.sweep(named: text) { return record }
        let sweeps = try store.sweeps()
        if sweeps.isEmpty { throw LookupError.noSweeps(store: store.path) }
        guard isPath(text) else { throw LookupError.unknownSweep(text, known: sweeps.map(\.name)) }
        // A file that is gone may still be known by its path.
        if !FileManager.default.fileExists(atPath: text), let record = sweeps.first(where: { $0.filePath == text }) {
            return record
        }
        let name = try name(ofFile: text, among: sweeps)
        if let record = sweeps.first(where: { $0.name == name }) { return record }
        throw LookupError.notRunYet(file: text, sweep: name)
    }

    /// What a script describes is known once it has run by its path.
    private static func name(ofFile path: String, among sweeps: [SweepRecord]) throws -> String {
        guard SweepFile.isScript(path) else { return try SweepFile.read(path: path).sweep.name }
        try SweepFile.requireFile(path)
        func whole(_ path: String) -> URL { URL(filePath: path).standardizedFileURL }
        guard let record = sweeps.first(where: { whole($0.filePath) == whole(path) }) else {
            throw LookupError.notRunYet(file: path, sweep: whole(path).deletingPathExtension().lastPathComponent)
        }
        return record.name
    }

    /// Several sweeps, in the order in which they are named.
    ///
    /// - Throws: as `find`; `LookupError` where one is named twice.
    public static func find(_ texts: [String], in store: ResultsStore) throws -> [SweepRecord] {
        let records = try texts.map { try find($0, in: store) }
        try checkDistinct(records)
        return records
    }

    /// - Throws: `LookupError` where one is named twice.
    public static func checkDistinct(_ records: [SweepRecord]) throws {
        var seen: Set<SweepRecord.ID> = []
        for record in records where !seen.insert(record.id).inserted {
            throw LookupError.namedTwice(sweep: record.name)
        }
    }

    /// The sweep, if the text names one or is a path; nil for what may be a trial's name.
    ///
    /// - Throws: as `find` for a path that is no sweep's.
    public static func known(_ text: String, in store: ResultsStore) throws -> SweepRecord? {
        isPath(text) ? try find(text, in: store) : try store.sweep(named: text)
    }

    /// The path, if it is that of a sweep's file of which no trial has measured such a metric yet.
    ///
    /// - Parameter open: opens the store where there is one.
    /// - Throws: what `open` throws; `SweepFileError` for a file that cannot be read.
    public static func unmeasuredFile(
        _ text: String, storePath: String, open: () throws -> ResultsStore, metric isMeant: (String) -> Bool
    ) throws -> String? {
        guard isPath(text), FileManager.default.fileExists(atPath: text) else { return nil }
        guard FileManager.default.fileExists(atPath: storePath) else { return text }
        let store = try open()
        // What scripts run measures what no file tells.
        if SweepFile.isScript(text) { return nil }
        guard let record = try store.sweep(named: SweepFile.read(path: text).sweep.name) else { return text }
        return try store.summaries(of: record.id).values.contains { $0.keys.contains(where: isMeant) } ? nil : text
    }

    /// Whether a person means a file by it.
    public static func isPath(_ text: String) -> Bool {
        text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml") || SweepFile.isScript(text)
    }
}
