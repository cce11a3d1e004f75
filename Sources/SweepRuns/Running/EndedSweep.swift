import Foundation
public import ResultsStore
import SweepPlanning
public import Sweeps
public import TrialFolders

/// A sweep all of whose trials have ended, looked at without changing anything.
public struct EndedSweep: Sendable {
    public let sweep: Sweep
    public let store: ResultsStore
    public let folder: SweepFolder
    /// How many of the trials that the file asks for stand where.
    public let states: [TrialState: Int]

    /// - Returns: nil where something is left to train, or the file asks for other trials than the store knows of.
    /// - Throws: `StoreError`.
    public init?(_ prepared: PreparedSweep, storePath path: String) throws {
        store = try ResultsStore.openForReading(path: path)
        folder = SweepFolder(sweep: prepared.sweep.name, besideStore: path)
        guard let record = try store.sweep(named: prepared.sweep.name) else { return nil }
        var prepared = prepared
        prepared.keepObjective(of: SweepDescription(record))
        sweep = prepared.sweep
        guard record.objective == sweep.objective else { return nil }
        let trials = try store.trials(of: record.id).filter(\.isPlanned)
        guard Set(trials.map(\.trial.identity)) == Set(prepared.plan.trials.map(\.identity)),
            trials.allSatisfy(\.state.isEnd)
        else { return nil }
        states = Dictionary(trials.map { ($0.state, 1) }, uniquingKeysWith: +)
    }
}
