import Foundation
import ResultsStore
import SweepFiles
import Sweeps
import TrialScheduling

/// Brings what a sweep's folder holds into a store that does not know it.
enum StoreRebuild {
    /// - Returns: how many trials were added.
    /// - Throws: `StoreError`, `FileError`.
    static func add(_ folder: SweepFolder, to store: ResultsStore) throws -> Int {
        guard let description = folder.storedDescription() else { return 0 }
        var sweep = Sweep(name: description.name)
        if let file = try? SweepFile(text: description.fileText, path: description.filePath) { sweep = file.sweep }
        // The file's own name is not in its text, nor the objective that its data led to.
        sweep.name = description.name
        sweep.objective = description.objective
        let known = try store.sweep(named: sweep.name).map { try store.trials(of: $0.id) } ?? []
        let identities = Set(known.map(\.trial.identity))
        let added = folder.trials().compactMap { $0.storedTrial() }
            .filter { !identities.contains($0.trial.identity) }.sorted { $0.number < $1.number }.map(\.trial)
        let now = Date()
        let records = try store.register(
            sweep, fileText: description.fileText, filePath: description.filePath,
            trials: known.filter(\.isPlanned).map(\.trial) + added, at: now)
        guard let id = try store.sweep(named: sweep.name)?.id else { return 0 }
        // One trial at a time, since journals can be long.
        let attempts = try store.attempts(of: id)
        for record in records where !identities.contains(record.trial.identity) {
            try store.apply(CatchUp.changes(for: [record], attempts: attempts, in: folder, at: now))
        }
        return added.count
    }
}
