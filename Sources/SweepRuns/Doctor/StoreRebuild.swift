import Foundation
import ResultsStore
import SweepFiles
import SweepPlanning
import Sweeps
public import TrialFolders
import TrialScheduling

/// Brings what sweeps' folders hold into a store.
public struct StoreRebuild: Sendable {
    /// What was brought in.
    public struct Outcome: Hashable, Sendable {
        public fileprivate(set) var sweeps = 0
        public fileprivate(set) var trials = 0
        public fileprivate(set) var losses: [Loss] = []
    }

    /// A trial whose journals have lost measurements.
    public struct Loss: Hashable, Sendable {
        public let sweep: String
        public let trial: String
        public let damage: JournalDamage
    }

    private(set) var outcome = Outcome()

    /// Makes a store anew from the folders beside it: in a file of its own, which then takes the store's place at once,
    /// so that an interruption leaves what was there.
    ///
    /// - Parameter aside: where the old store goes; nil if there is none.
    /// - Throws: `StoreError`, `FileError`; `SweepRunError` if a sweep is being run.
    static func make(at path: String, movingOldTo aside: String?) throws -> Outcome {
        let new = path + ".rebuilt"
        func clear() { for ending in ["", "-wal", "-shm"] { unlink(new + ending) } }
        let folders = SweepFolder.all(besideStore: path)
        let holds = try folders.map { try SweepHold($0) }
        clear()
        defer { clear() }
        var rebuild = StoreRebuild()
        let store = try ResultsStore.openForWriting(path: new)
        for folder in folders { try rebuild.add(folder, to: store) }
        try store.close()
        try ResultsStore.put(new, at: path, movingOldTo: aside)
        withExtendedLifetime(holds) {}
        return rebuild.outcome
    }

    /// Adds what the store does not know of the sweep in this folder; nothing if the folder does not say which it is. The
    /// caller holds the sweep's lock.
    mutating func add(_ folder: SweepFolder, to store: ResultsStore) throws {
        guard let description = folder.storedDescription() else { return }
        var sweep = Sweep(name: description.name)
        if let file = try? SweepFile(text: description.fileText, path: description.filePath) { sweep = file.sweep }
        // The file's own name is not in its text, nor the objective that its data led to.
        sweep.name = description.name
        sweep.objective = description.objective
        sweep.metrics = description.metrics
        if let limits = description.limits { sweep.limits = limits }
        let now = Date()
        let added = try store.restore(
            sweep, fileText: description.fileText, filePath: description.filePath,
            createdAt: description.createdAt ?? now, updatedAt: description.updatedAt ?? now,
            trials: Self.trials(of: sweep, in: folder, at: description.createdAt ?? now))
        outcome.sweeps += 1
        outcome.trials += added.count
        // A few at a time: journals can be long, and transactions take their time.
        var waiting: [StoreChange] = []
        var lines = 0
        for record in added {
            let reading = try CatchUp.read([record], attempts: [], in: folder, at: now, retries: sweep.limits.retries)
            try CatchUp.seal(reading.changes, of: [record], in: folder)
            if let damage = reading.damages[record.id] {
                outcome.losses.append(Loss(sweep: sweep.name, trial: record.shortName, damage: damage))
            }
            waiting += reading.changes
            lines += reading.lineCount
            if lines > 50_000 || waiting.count > 1_000 {
                try store.apply(waiting)
                (waiting, lines) = ([], 0)
            }
        }
        try store.apply(waiting)
    }

    /// All trials that the folder knows: those of its roster, and those with folders that are not in it.
    private static func trials(of sweep: Sweep, in folder: SweepFolder, at time: Date) -> [RegisteredTrial] {
        let listed = folder.storedRoster().trials
        let identities = Set(listed.map(\.trial.identity))
        let others = folder.trials().compactMap { $0.storedTrial() }.filter { !identities.contains($0.trial.identity) }
        if others.isEmpty { return listed }
        // Whether they are planned, the file says.
        let data = Dictionary(others.map { ($0.trial.configuration, $0.trial.data) }) { first, _ in first }
        let plan = try? TrialPlan(sweep, configurations: sweep.isEndless ? listed.count + others.count : nil) {
            data[$0] ?? ""
        }
        let planned = plan.map { Set($0.trials.map(\.identity)) }
        return listed
            + others.map { trial, number in
                RegisteredTrial(
                    trial: trial, number: number, configurationNumber: nil,
                    isPlanned: planned?.contains(trial.identity) ?? true, createdAt: time)
            }
    }
}

/// The right to schedule a sweep, held while its folder is looked through.
final class SweepHold {
    private var lock: SweepLock?

    /// - Throws: `SweepRunError` if the sweep is being run.
    init(_ folder: SweepFolder) throws {
        do {
            lock = try SweepLock(path: folder.lock)
        } catch is SweepLock.Taken {
            throw SweepRunError.isRunning(folder: folder.path)
        }
    }

    deinit {
        // What an interrupted run left is for the next run to look at.
        lock.take()?.giveBack()
    }
}
