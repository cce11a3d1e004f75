import Foundation
public import Logging
public import ResultsStore
import Settings
import SweepFiles
public import SweepPlanning
public import Sweeps
public import TrialFolders
public import TrialScheduling

/// A run of a sweep, which holds the right to schedule it: it trains what is missing.
public struct SweepRun: ~Copyable {
    /// Trials that have ended and are to be trained again.
    public enum Retry: String, CaseIterable, Sendable {
        case failed, cancelled

        /// The states of the trials that it means.
        public var states: Set<TrialState> { self == .failed ? [.failed, .timedOut] : [.cancelled] }
    }

    /// What a run tells whoever watches it.
    public enum Event: Sendable {
        /// The run before was killed and has left so many trials under way.
        case followsKilled(SweepLock.Holder, left: Int)
        /// A trial that had ended is trained again, since its journals have lost measurements.
        case trainedAgain(CatchUp.Loss)
        case nothingToRetry(Retry)
        /// Trials that had ended are as if they had never begun; what they left is in this folder.
        case beginsAnew(Int, keptIn: String)
        /// The sweep stays judged by what judged it, though its file names no metric and another is usual now.
        case keepsObjective(SweepRecord)
        /// So many trials of a program run at once.
        case runsAtOnce(TrialSlots)
        /// The sweep of this name ran with another file, and so many of its trials are no longer asked for.
        case takesName(ofFile: String, leftOut: Int)
        case scheduling(TrialScheduler.News)
    }

    public let store: ResultsStore
    public let folder: SweepFolder
    private let prepared: PreparedSweep
    private let keepsObjective: Bool
    private let lock: SweepLock

    public var sweep: Sweep { prepared.sweep }

    /// Opens the store, which is made where there is none, and takes the sweep's lock.
    ///
    /// - Throws: `SweepFileError` where the sweep's name cannot be that of a folder beside the store; `StoreError`,
    ///   `FileError`; `SweepLock.Taken` if another process runs the sweep.
    public init(_ prepared: PreparedSweep, storePath path: String) throws {
        try Self.checkName(of: prepared, besideStore: path)
        let store = try ResultsStore.openForWriting(path: path)
        let folder = SweepFolder(sweep: prepared.sweep.name, besideStore: path)
        try folder.create()
        let lock = try SweepLock(path: folder.lock)
        // What was wanted of an earlier run is not meant for this one; what comes from now on is.
        _ = ControlBox(folder).take()
        if lock.followsUncleanEnd { try store.requireIntegrity() }
        try Self.checkLabel(of: prepared, in: store)
        var prepared = prepared
        keepsObjective =
            try store.sweep(named: prepared.sweep.name).map { prepared.keepObjective(of: SweepDescription($0)) }
            ?? false
        self.store = store
        self.folder = folder
        self.prepared = prepared
        self.lock = lock
    }

    /// A sweep's folder lies beside the store, so it cannot have the name of what is there already.
    private static func checkName(of prepared: PreparedSweep, besideStore path: String) throws {
        let store = URL(filePath: path).lastPathComponent
        let taken = ["", "-wal", "-shm", "-journal"].map { store + $0 }
        guard taken.contains(prepared.sweep.name) else { return }
        throw prepared.file.error(
            SettingError(
                path: "name", value: .string(prepared.sweep.name),
                rule: "the sweep's folder lies beside the store '\(path)' and cannot have the name of its files"))
    }

    /// Free texts as names may come to one name; which sweep is meant is then for the person to say.
    private static func checkLabel(of prepared: PreparedSweep, in store: ResultsStore) throws {
        guard let former = try store.sweep(named: prepared.sweep.name) else { return }
        let stored = (try? SweepFile(text: former.fileText, path: former.filePath))?.sweep
        let (label, known) = (prepared.sweep.label ?? prepared.sweep.name, stored?.label ?? former.name)
        guard label != known, prepared.sweep.label != nil || stored?.label != nil else { return }
        throw prepared.file.error(
            SettingError(
                path: "name", value: .string(label),
                rule:
                    "its folder would be '\(prepared.sweep.name)', which is that of the sweep '\(known)'; choose another "
                    + "name, or remove that sweep ('sweep rm \(former.name)')"))
    }

    /// Trains what is missing, and only that.
    ///
    /// - Parameters:
    ///   - jobs: trials at once; nil: as the file says, else one for each core.
    ///   - machine: what trials of programs are given their shares of.
    ///   - retry: which trials are trained again; then only these.
    ///   - again: trials that are run anew if they have ended.
    ///   - interruptions: asked for when the scheduler begins; see `TrialScheduler.run`.
    public func train(
        jobs: Int?, on machine: MachineResources = MachineResources(cores: UsableCores.count), retry: Retry?,
        again: [TrialIdentity] = [], with launcher: any TrialLauncher, logger: Logger,
        interruptions: () -> AsyncStream<Void>, tell: @escaping @Sendable (Event) -> Void
    ) async throws -> SweepController.Finish {
        // What a run that was killed has left running would write beside what is started now.
        if sweep.program != nil, lock.followsUncleanEnd { LeftPrograms.end(below: folder.path) }
        let records = try register(retry, again: again, tell)
        let waiting = records.filter { !$0.state.isEnd }.count
        let slots = prepared.slots(jobs: jobs, on: machine)
        if let slots, waiting > 0 { tell(.runsAtOnce(slots)) }
        let atOnce = max(1, min(slots?.count ?? jobs ?? sweep.limits.jobs ?? machine.cores, waiting))
        var assignment = TrialScheduler.Assignment(
            sweep: sweep, records: records, folder: folder, dataFolder: prepared.file.folder,
            limits: .init(jobs: atOnce, retries: sweep.limits.retries, maxFailed: sweep.limits.maxFailed))
        assignment.machine = machine
        let scheduler = TrialScheduler(
            assignment, store: store, launcher: launcher, logger: logger, best: try best()
        ) { tell(.scheduling($0)) }
        return try await scheduler.run(interruptions: interruptions())
    }

    /// Leaves the sweep after work that was brought to an end.
    public consuming func end() { lock.end() }

    /// The sweep as the store has it.
    ///
    /// - Throws: `LookupError` where it was removed meanwhile.
    public func record() throws -> SweepRecord {
        try SweepLookup.find(sweep.name, in: store)
    }

    /// How many of the trials that the file asks for stand where.
    public func states() throws -> [TrialState: Int] {
        let trials = try store.trials(of: record().id).filter(\.isPlanned)
        return Dictionary(trials.map { ($0.state, 1) }, uniquingKeysWith: +)
    }

    /// The best value of the sweep's trials that have ended well.
    private func best() throws -> RunProgress.Judged? {
        let record = try record()
        let summaries = try store.summaries(of: record.id)
        let objective = sweep.objective
        let trials = try store.trials(of: record.id).filter { $0.isPlanned && $0.state.hasResult }
        return trials.reduce(nil) { best, record in
            let summary = summaries[record.id]?[objective.metric]
            guard let point = summary?.value(.best, objective.goal) else { return best }
            if let best, !objective.prefers(point.value, to: best.value) { return best }
            return RunProgress.Judged(trial: record.trial, value: point.value)
        }
    }

    /// Brings the store up to the file and to what an earlier run left in the folders.
    ///
    /// - Returns: what is to be trained, and what has ended and is counted.
    private func register(
        _ retry: Retry?, again: [TrialIdentity], _ tell: (Event) -> Void
    ) throws -> [TrialRecord] {
        let now = Date()
        let former = try store.sweep(named: sweep.name)
        let records = try store.register(
            sweep, fileText: prepared.file.text, filePath: prepared.file.path, trials: prepared.plan.trials, at: now)
        let record = try record()
        if keepsObjective { tell(.keepsObjective(record)) }
        if let former, Self.isAnother(former.filePath, than: prepared.file.path) {
            let leftOut = try store.trials(of: record.id).count { !$0.isPlanned }
            if leftOut > 0 { tell(.takesName(ofFile: former.filePath, leftOut: leftOut)) }
        }
        try folder.write(SweepDescription(record))
        try folder.write(TrialRoster(store.trials(of: record.id)))
        let left = records.filter { $0.state == .running }.count
        if let killed = lock.killedHolder, left > 0 { tell(.followsKilled(killed, left: left)) }
        let losses = try CatchUp.apply(
            records, attempts: store.attempts(of: record.id), in: folder, to: store, at: now, killed: lock.killedHolder,
            retries: sweep.limits.retries)
        for loss in losses { tell(.trainedAgain(loss)) }
        var wanted = records
        if let retry {
            wanted = records.filter { retry.states.contains($0.state) }
            if wanted.isEmpty { tell(.nothingToRetry(retry)) }
            try setBack(wanted, at: now)
        }
        try beginAnew(records.filter { again.contains($0.trial.identity) }, tell)
        let current = Dictionary(try store.trials(of: record.id).map { ($0.id, $0) }) { first, _ in first }
        return wanted.compactMap { current[$0.id] }
    }

    /// Whether a path that was given where the sweep last ran, perhaps in another folder, is surely that of another file.
    private static func isAnother(_ former: String, than path: String) -> Bool {
        let files = [former, path].map { URL(filePath: $0).resolvingSymlinksInPath() }
        if FileManager.default.fileExists(atPath: files[0].path) { return files[0].path != files[1].path }
        return files[0].lastPathComponent != files[1].lastPathComponent
    }

    /// Puts away what trials that have ended left, and forgets it.
    private func beginAnew(_ trials: [TrialRecord], _ tell: (Event) -> Void) throws {
        let ended = trials.filter(\.state.isEnd)
        if ended.isEmpty { return }
        for one in ended { try folder.putAway(one.trial.identity) }
        try store.apply(ended.map { .forgotten($0.id) })
        tell(.beginsAnew(ended.count, keptIn: folder.putAwayFolder))
    }

    private func setBack(_ trials: [TrialRecord], at time: Date) throws {
        for one in trials {
            let trial = folder.trial(one.trial.identity)
            try trial.create(for: one.trial, number: one.number, sweep: sweep.name)
            try trial.note(.pending, at: time)
        }
        try store.apply(trials.map { .stateChanged($0.id, .pending, message: nil, at: time) })
    }
}
