public import ResultsStore
import SweepFiles
import SweepPlanning
public import SweepRuns
public import Sweeps
public import TrialFolders

/// A program whose file is another than the one that trials finished with.
public struct ChangedProgram: Hashable, Sendable {
    /// As the sweep file names it.
    public let program: String
    /// Those that the file still asks for, in the order of the plan.
    public let trials: [TrialIdentity]

    /// Nil where nothing has changed, or nobody can tell.
    ///
    /// - Throws: `StoreError`.
    public init?(_ prepared: PreparedSweep, in folder: SweepFolder, store: ResultsStore) throws {
        guard let said = prepared.sweep.program, let program = said.program,
            let now = said.fingerprint(inSweepFolder: prepared.file.folder),
            let record = try store.sweep(named: prepared.sweep.name)
        else { return nil }
        let ended = Set(
            try store.trials(of: record.id).filter { $0.state == .finished || $0.state == .pruned }
                .map(\.trial.identity))
        trials = prepared.plan.trials.map(\.identity).filter { identity in
            guard ended.contains(identity), let newest = folder.trial(identity).attempts().first,
                let then = newest.storedCommand()?.programFingerprint
            else { return false }
            return then != now
        }
        if trials.isEmpty { return nil }
        self.program = program
    }
}

extension ChangedProgram {
    /// - Parameter file: the sweep's, as the person names it.
    public func sentence(file: String) -> String {
        let count = trials.count == 1 ? "one of these trials" : "\(trials.count) of these trials"
        return "\(program) has changed since \(count) finished; 'sweep run \(file) --again' runs "
            + "\(trials.count == 1 ? "it" : "them") anew."
    }
}
