import Foundation
import ResultsStore
import Sweeps
import TrialFolders
import TrialScheduling

extension StoreDoctor {
    /// Compares what the store and the folder say of one sweep.
    mutating func examine(_ sweep: SweepRecord, in store: ResultsStore) throws {
        let folder = SweepFolder(sweep: sweep.name, besideStore: path)
        let name = sweep.name
        // What a scheduler is at work on changes while one looks.
        if SweepLock.isHeld(path: folder.lock) { return tell(.isRunning(sweep: name)) }
        guard access(folder.path, F_OK) == 0 else {
            let begun = try store.trials(of: sweep.id).filter { $0.attempts > 0 }
            return begun.isEmpty ? () : note(.inSweep(name, .foldersGone(trials: begun.count)))
        }
        let hold = mends ? try SweepHold(folder) : nil
        try examineStrangers(in: folder, of: sweep, name, in: store)
        try examineStale(sweep, name, folder, in: store)
        let trials = try store.trials(of: sweep.id)
        try examineDescriptions(of: sweep, trials, name, folder)
        let present = Set(folder.trials().map(\.path))
        let begun = trials.filter { $0.attempts > 0 }
        let lost = begun.filter { !present.contains(folder.trial($0.trial.identity).path) }.count
        if lost > 0 { note(.inSweep(name, .foldersGone(trials: lost))) }
        let there = trials.filter { present.contains(folder.trial($0.trial.identity).path) }
        if there.count >= 1_000 { tell(.comparing(sweep: name, trials: there.count)) }
        try examineContent(of: sweep, there, name, folder, in: store)
        // Some may have been set back meanwhile.
        for trial in try store.trials(of: sweep.id) where present.contains(folder.trial(trial.trial.identity).path) {
            try examineCheckpoints(of: trial, name, folder)
        }
        let leftovers = folder.trials().flatMap { $0.leftovers() }
        if !leftovers.isEmpty {
            try mend(.inSweep(name, .leftovers(leftovers.count))) { _ in
                for file in leftovers { unlink(file) }
                return .removed
            }
        }
        withExtendedLifetime(hold) {}
    }

    private mutating func examineStrangers(
        in folder: SweepFolder, of sweep: SweepRecord, _ name: String, in store: ResultsStore
    ) throws {
        let known = Set(try store.trials(of: sweep.id).map(\.trial.identity))
        let identities =
            folder.storedRoster().trials.map(\.trial.identity)
            + folder.trials().compactMap { $0.storedTrial()?.trial.identity }
        let strangers = Set(identities).subtracting(known)
        guard !strangers.isEmpty, folder.storedDescription() != nil else { return }
        try mend(.inSweep(name, .unknownTrials(strangers.count))) {
            var rebuild = StoreRebuild()
            try rebuild.add(folder, to: store)
            $0.take(rebuild.outcome.losses)
            return .addedTrials(rebuild.outcome.trials)
        }
    }

    private mutating func examineStale(
        _ sweep: SweepRecord, _ name: String, _ folder: SweepFolder, in store: ResultsStore
    ) throws {
        let stale = try store.trials(of: sweep.id).filter { $0.state == .running }
        if stale.isEmpty { return }
        try mend(.inSweep(name, .nobodyRuns(trials: stale.count))) { doctor in
            let attempts = try store.attempts(of: sweep.id)
            let losses = try CatchUp.apply(
                stale, attempts: attempts, in: folder, to: store, at: Date(), retries: sweep.limits.retries)
            for loss in losses { doctor.tell(.trainedAgain(loss)) }
            return .setToFolders
        }
    }

    /// What is lost of a folder's descriptions and the store knows is written again.
    private mutating func examineDescriptions(
        of sweep: SweepRecord, _ trials: [TrialRecord], _ name: String, _ folder: SweepFolder
    ) throws {
        if folder.storedDescription() == nil {
            try mend(.inSweep(name, .noDescription)) { _ in
                try folder.write(SweepDescription(sweep))
                return .writtenFromStore
            }
        }
        let roster = TrialRoster(trials)
        if folder.storedRoster() != roster {
            try mend(.inSweep(name, .wrongRoster)) { _ in
                try folder.write(roster)
                return .writtenFromStore
            }
        }
        let records = Dictionary(trials.map { (folder.trial($0.trial.identity).path, $0) }) { first, _ in first }
        for trial in folder.trials() where trial.storedTrial() == nil {
            let problem = StoreFinding.Problem.inSweep(name, .namelessTrial(folder: trial.path))
            guard let record = records[trial.path] else {
                note(problem)
                continue
            }
            try mend(problem) { _ in
                try trial.describe(record.trial, number: record.number, sweep: sweep.name)
                return .writtenFromStore
            }
        }
    }

    private mutating func examineContent(
        of sweep: SweepRecord, _ trials: [TrialRecord], _ name: String, _ folder: SweepFolder, in store: ResultsStore
    ) throws {
        let comparison = try TrialComparison(sweep, in: store, folder: folder, at: Date())
        var stale: [(TrialRecord, [StoreChange])] = []
        for record in trials where record.state != .running {
            var difference = try comparison.difference(of: record)
            // One journal after the other, as one goes on from another.
            while case .restorable(let damage, let journal)? = difference {
                try mend(.inSweep(name, .restorable(trial: record.shortName, damage))) { _ in
                    try journal.write()
                    return .journalWritten
                }
                let next = try mends ? comparison.difference(of: record) : nil
                if case .restorable(damage, _)? = next { break }
                difference = next
            }
            switch difference {
            case nil, .restorable: continue
            case .stale(let changes): stale.append((record, changes))
            case .lost(let damage, let changes):
                try mend(.inSweep(name, .lost(trial: record.shortName, damage))) { _ in
                    try CatchUp.seal(changes, of: [record], in: folder)
                    try store.apply(changes)
                    return .setBack
                }
            case .kept(let damage): note(.inSweep(name, .kept(trial: record.shortName, damage)))
            }
        }
        guard let first = stale.first else { return }
        try mend(.inSweep(name, .stale(trial: first.0.shortName, others: stale.count - 1))) { _ in
            for (record, changes) in stale {
                try CatchUp.seal(changes, of: [record], in: folder)
                try store.apply(changes)
            }
            return .readAgain(trials: stale.count)
        }
    }

    private mutating func examineCheckpoints(of record: TrialRecord, _ name: String, _ folder: SweepFolder) throws {
        let identity = record.trial.identity.description
        for attempt in folder.trial(record.trial.identity).attempts() {
            let problems = try checkpoints.problems(attempt.path, identity) {
                record.state.canGoOn ? try attempt.journalDamage(before: $0)?.words : nil
            }
            for problem in problems {
                try mend(.inSweep(name, .checkpoint(problem.words))) { _ in
                    problem.setAside().map { .movedAside(to: $0) }
                }
            }
        }
    }
}

extension TrialState {
    /// Whether a training may go on from the trial's checkpoint, by itself or because a person wants it.
    fileprivate var canGoOn: Bool {
        switch self {
        case .pending, .running, .failed, .timedOut, .cancelled: true
        case .finished, .diverged, .pruned: false
        }
    }
}
