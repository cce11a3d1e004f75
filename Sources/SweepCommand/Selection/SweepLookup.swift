import Foundation
import ResultsStore
import SweepFiles
import Sweeps

/// Finds the sweep that a person means by its name or its file.
enum SweepLookup {
    /// - Throws: `CommandError` where there is none, `SweepFileError` for a file that cannot be read.
    static func find(_ text: String, in store: ResultsStore) throws -> SweepRecord {
        if let record = try store.sweep(named: text) { return record }
        let sweeps = try store.sweeps()
        if sweeps.isEmpty {
            throw CommandError.wrongInput("The store '\(store.path)' holds no sweeps yet; 'sweep run FILE' makes one.")
        }
        if isPath(text) {
            // A file that is gone may still be known by its path.
            if !FileManager.default.fileExists(atPath: text), let record = sweeps.first(where: { $0.filePath == text })
            {
                return record
            }
            let name = try SweepFile.read(path: text).sweep.name
            if let record = sweeps.first(where: { $0.name == name }) { return record }
            throw CommandError.wrongInput(
                "'\(text)' is the file of the sweep '\(name)', which has not run yet; 'sweep run \(text)' runs it.")
        }
        throw CommandError.unknown("sweep", text, among: sweeps.map(\.name))
    }

    /// Several sweeps, in the order in which they are named.
    ///
    /// - Throws: as `find`; `CommandError` where one is named twice.
    static func find(_ texts: [String], in store: ResultsStore) throws -> [SweepRecord] {
        let records = try texts.map { try find($0, in: store) }
        try checkDistinct(records)
        return records
    }

    /// - Throws: `CommandError` where one is named twice.
    static func checkDistinct(_ records: [SweepRecord]) throws {
        var seen: Set<SweepRecord.ID> = []
        for record in records where !seen.insert(record.id).inserted {
            throw CommandError.wrongUsage("The sweep '\(SafeText.escaping(record.name))' is named twice.")
        }
    }

    /// The sweep, if the text names one or is a path; nil for what may be a trial's name.
    ///
    /// - Throws: as `find` for a path that is no sweep's.
    static func known(_ text: String, in store: ResultsStore) throws -> SweepRecord? {
        isPath(text) ? try find(text, in: store) : try store.sweep(named: text)
    }

    /// Whether a person means a file by it.
    static func isPath(_ text: String) -> Bool {
        text.contains("/") || text.hasSuffix(".yaml") || text.hasSuffix(".yml")
    }
}
