import Foundation
import ResultsStore
import Sweeps
import TrialFolders
import TrialScheduling

/// Compares what a store holds of trials with what their folders would make of them: it makes each trial anew in a store
/// of its own and looks whether every row is the same.
struct TrialComparison {
    /// What may be between a store and a trial's folder.
    enum Difference {
        /// The folder has more, or says it otherwise; the store is to take that.
        case stale([StoreChange])
        /// The journals have lost measurements that the store lacks too: the trial is to be trained again.
        case lost(JournalDamage, [StoreChange])
        /// A journal has lost lines that the store has, every one.
        case restorable(JournalDamage, RestoredJournal)
        /// The journals have lost measurements, of which the store has some.
        case kept(JournalDamage)
    }

    private let store: ResultsStore
    private let folder: SweepFolder
    private let time: Date
    private let attempts: [TrialRecord.ID: [AttemptRecord]]
    private let scratch: ResultsStore
    private let retries: Int

    init(_ sweep: SweepRecord, in store: ResultsStore, folder: SweepFolder, at time: Date) throws {
        self.store = store
        self.folder = folder
        self.time = time
        attempts = Dictionary(grouping: try store.attempts(of: sweep.id), by: \.trial)
        scratch = try ResultsStore.openInMemory()
        retries = sweep.limits.retries
    }

    /// Nil where the store and the folder agree.
    func difference(of record: TrialRecord) throws -> Difference? {
        let known = attempts[record.id] ?? []
        guard
            let pristine = try scratch.register(
                Sweep(name: "one"), fileText: "", filePath: "", trials: [record.trial], at: time
            ).first
        else { return nil }
        let reading = try CatchUp.read(
            [pristine], attempts: [], remembering: known, in: folder, at: time, retries: retries)
        try scratch.apply(reading.changes)
        let (there, here) = try (scratch.content(of: pristine.id), store.content(of: record.id))
        var stands: TrialState?
        if let sweep = try scratch.sweep(named: "one") {
            stands = try scratch.trials(of: sweep.id).first?.state
            try scratch.remove(sweep.id)
        }
        if there == here { return nil }
        // A journal that is gone is no loss where the trial has ended alike without it, with all that the store has.
        let isWhole = stands == record.state && here.isCovered(by: there)
        let damage = reading.damages[pristine.id] ?? (isWhole ? nil : missingJournal(of: record, known))
        if let damage = try damage ?? endedJournal(of: record) {
            if let journal = try restored(damage.attempt, of: record, known) { return .restorable(damage, journal) }
            if !here.isCovered(by: there) { return .kept(damage) }
        }
        var blank = record
        blank.state = .pending
        let changes = try CatchUp.read(
            [blank], attempts: [], remembering: known, in: folder, at: time, retries: retries
        ).changes
        return damage.map { .lost($0, [.forgotten(record.id)] + changes) } ?? .stale([.forgotten(record.id)] + changes)
    }

    /// An attempt's journal as the store has it.
    private func restored(
        _ attempt: AttemptFolder, of record: TrialRecord, _ known: [AttemptRecord]
    ) throws -> RestoredJournal? {
        guard let stored = known.first(where: { $0.number == attempt.number }) else { return nil }
        let parent = known.first { $0.number == stored.resumedFrom }
        let origin = parent.flatMap { parent in
            parent.journalKept.map { JournalPosition(attempt: parent.number, offset: $0) }
        }
        let lines = try store.journalLines(of: record.id, attempt: attempt.number)
        return RestoredJournal(attempt, stored, lines: lines, from: origin)
    }

    /// What is damaged of a trial that failed or was cancelled; of one that goes on it may be the torn last line.
    private func endedJournal(of record: TrialRecord) throws -> JournalDamage? {
        try record.state.isEnd ? folder.trial(record.trial.identity).journalDamage() : nil
    }

    /// The first journal that the store has read and that is not there any more.
    private func missingJournal(of record: TrialRecord, _ known: [AttemptRecord]) -> JournalDamage? {
        let trial = folder.trial(record.trial.identity)
        return known.lazy.filter { $0.journalOffset > 0 }.compactMap {
            AttemptFolder(trial: trial, number: $0.number).missingJournal
        }.first
    }
}
