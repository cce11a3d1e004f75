import Foundation
import ResultsStore
import Sweeps
import TrialScheduling
import Workloads

extension StoreDoctor {
    /// Compares what the store and the folder say of one sweep.
    mutating func examine(_ sweep: SweepRecord, in store: ResultsStore) throws {
        let folder = SweepFolder(sweep: sweep.name, besideStore: path)
        let name = SafeText.escaping(sweep.name)
        // What a scheduler is at work on changes while one looks.
        if SweepLock.isHeld(path: folder.lock) { return tell("\(name) is being run, and was not looked at.") }
        guard access(folder.path, F_OK) == 0 else {
            let begun = try store.trials(of: sweep.id).filter { $0.attempts > 0 }
            return begun.isEmpty ? () : try gone(begun.count, of: name)
        }
        let hold = mends ? try SweepHold(folder) : nil
        try examineStrangers(in: folder, of: sweep, name, in: store)
        try examineStale(sweep, name, folder, in: store)
        let trials = try store.trials(of: sweep.id)
        try examineDescriptions(of: sweep, trials, name, folder)
        let present = Set(folder.trials().map(\.path))
        let begun = trials.filter { $0.attempts > 0 }
        let lost = begun.filter { !present.contains(folder.trial($0.trial.identity).path) }.count
        if lost > 0 { try gone(lost, of: name) }
        let there = trials.filter { present.contains(folder.trial($0.trial.identity).path) }
        if there.count >= 1_000 { tell("\(name): \(there.count) trials are compared with their folders.") }
        try examineContent(of: sweep, there, name, folder, in: store)
        // Some may have been set back meanwhile.
        for trial in try store.trials(of: sweep.id) where present.contains(folder.trial(trial.trial.identity).path) {
            try examineCheckpoints(of: trial, name, folder)
        }
        let leftovers = folder.trials().flatMap { $0.leftovers() }
        if !leftovers.isEmpty {
            try mend("\(name): \(Phrases.count(leftovers.count, "file")) of writers that were killed.") { _ in
                for file in leftovers { unlink(file) }
                return "removed"
            }
        }
        withExtendedLifetime(hold) {}
    }

    private mutating func gone(_ count: Int, of name: String) throws {
        try mend("\(name): the folders of \(Phrases.count(count, "trial")) are gone; the store keeps what it has.") {
            _ in
            nil
        }
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
        try mend("\(name): the store does not know \(Phrases.count(strangers.count, "trial")) of the sweep's folder.") {
            var rebuild = StoreRebuild()
            try rebuild.add(folder, to: store)
            $0.take(rebuild.outcome.losses)
            return "added \(Phrases.count(rebuild.outcome.trials, "trial"))"
        }
    }

    private mutating func examineStale(
        _ sweep: SweepRecord, _ name: String, _ folder: SweepFolder, in store: ResultsStore
    ) throws {
        let stale = try store.trials(of: sweep.id).filter { $0.state == .running }
        if stale.isEmpty { return }
        try mend("\(name): \(Phrases.count(stale.count, "trial")) 'running', but nobody runs the sweep.") { doctor in
            let attempts = try store.attempts(of: sweep.id)
            let words = try CatchUp.apply(
                stale, attempts: attempts, in: folder, to: store, at: Date(), retries: sweep.retries)
            words.forEach(doctor.tell)
            return "set to what the folders say"
        }
    }

    /// What is lost of a folder's descriptions and the store knows is written again.
    private mutating func examineDescriptions(
        of sweep: SweepRecord, _ trials: [TrialRecord], _ name: String, _ folder: SweepFolder
    ) throws {
        if folder.storedDescription() == nil {
            try mend("\(name): 'sweep.json' is gone or damaged.") { _ in
                try folder.write(SweepDescription(sweep))
                return "written from the store"
            }
        }
        let roster = TrialRoster(trials)
        if folder.storedRoster() != roster {
            try mend("\(name): 'trials.jsonl' is not the list of the sweep's trials.") { _ in
                try folder.write(roster)
                return "written from the store"
            }
        }
        let records = Dictionary(trials.map { (folder.trial($0.trial.identity).path, $0) }) { first, _ in first }
        for trial in folder.trials() where trial.storedTrial() == nil {
            try mend("\(name): '\(trial.path)' does not say which trial it is of.") { _ in
                guard let record = records[trial.path] else { return nil }
                try trial.describe(record.trial, number: record.number, sweep: sweep.name)
                return "written from the store"
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
                try mend("\(name): of the trial \(record.shortName) \(damage.words); the store has it whole.") { _ in
                    try journal.write()
                    return "written again from the store"
                }
                let next = try mends ? comparison.difference(of: record) : nil
                if case .restorable(damage, _)? = next { break }
                difference = next
            }
            switch difference {
            case nil, .restorable: continue
            case .stale(let changes): stale.append((record, changes))
            case .lost(let damage, let changes):
                try mend("\(name): of the trial \(record.shortName) \(damage.words), and the store lacks it too.") {
                    _ in
                    try CatchUp.seal(changes, of: [record], in: folder)
                    try store.apply(changes)
                    return Self.setBack
                }
            case .kept(let damage):
                try mend("\(name): of the trial \(record.shortName) \(damage.words); the store keeps what it has.") {
                    _ in
                    nil
                }
            }
        }
        guard let first = stale.first else { return }
        let others = stale.count > 1 ? " and \(stale.count - 1) more" : ""
        try mend("\(name): the store does not say what the folder of \(first.0.shortName)\(others) says.") { _ in
            for (record, changes) in stale {
                try CatchUp.seal(changes, of: [record], in: folder)
                try store.apply(changes)
            }
            return "\(Phrases.count(stale.count, "trial")) read again from the journals"
        }
    }

    private mutating func examineCheckpoints(of record: TrialRecord, _ name: String, _ folder: SweepFolder) throws {
        let identity = record.trial.identity.description
        for attempt in folder.trial(record.trial.identity).attempts() {
            let checkpoints = StoredCheckpoints(folder: attempt.path, identity: identity)
            let problems = try checkpoints.problems {
                record.state.canGoOn ? try attempt.journalDamage(before: $0)?.words : nil
            }
            for problem in problems {
                try mend("\(name): \(problem)") { _ in problem.setAside().map { "moved to '\($0)'" } }
            }
        }
    }
}

extension TrialState {
    /// Whether a training may go on from the trial's checkpoint, by itself or with `--retry`.
    fileprivate var canGoOn: Bool {
        switch self {
        case .pending, .running, .failed, .timedOut, .cancelled: true
        case .finished, .diverged, .pruned: false
        }
    }
}
