import Foundation
public import ResultsStore
import Sweeps
import TrialFolders

/// Looks whether a store is sound and agrees with the sweeps' folders, and mends what can be mended.
public struct StoreDoctor {
    public let path: String
    /// Whether to mend, or only to say what is wrong.
    public let mends: Bool
    let checkpoints: CheckpointCheck
    /// Takes what a person should know meanwhile.
    let tell: (DoctorNews) -> Void
    public private(set) var findings: [StoreFinding] = []

    public init(
        path: String, mends: Bool, checkpoints: CheckpointCheck, tell: @escaping (DoctorNews) -> Void = { _ in }
    ) {
        self.path = path
        self.mends = mends
        self.checkpoints = checkpoints
        self.tell = tell
    }

    /// - Returns: the store, if there is one that can be used afterwards.
    /// - Throws: `StoreError` if there is none and no folder of a sweep beside it, or if the file is none of ours;
    ///   `SweepRunError` if a sweep runs that would be in the way.
    public mutating func examine() throws -> ResultsStore? {
        let store = try openStore()
        if let store {
            for sweep in try store.sweeps() { try examine(sweep, in: store) }
        }
        let known = Set(try store?.sweeps().map(\.name) ?? [])
        let knownFolders = Set(known.map { SweepFolder(sweep: $0, besideStore: path) })
        for folder in SweepFolder.all(besideStore: path) {
            guard let description = folder.storedDescription() else {
                if !knownFolders.contains(folder) { try nameless(folder) }
                continue
            }
            guard let store, !known.contains(description.name) else { continue }
            try mend(.unknownSweep(folder: folder.path)) { doctor in
                let hold = try SweepHold(folder)
                defer { withExtendedLifetime(hold) {} }
                var rebuild = StoreRebuild()
                try rebuild.add(folder, to: store)
                doctor.take(rebuild.outcome.losses)
                return .addedSweep(trials: rebuild.outcome.trials)
            }
        }
        return store
    }

    /// Notes that something is wrong, and does something about it if that is wanted.
    mutating func mend(
        _ problem: StoreFinding.Problem, _ remedy: (inout StoreDoctor) throws -> StoreFinding.Remedy?
    ) throws {
        let place = findings.count
        let remedy = mends ? try remedy(&self) : nil
        findings.insert(StoreFinding(problem: problem, remedy: remedy, isMendable: true), at: place)
    }

    /// Notes that something is wrong about which nothing can be done here.
    mutating func note(_ problem: StoreFinding.Problem) {
        findings.append(StoreFinding(problem: problem, remedy: nil, isMendable: false))
    }

    /// Notes trials that a rebuild could not bring in whole.
    mutating func take(_ losses: [StoreRebuild.Loss]) {
        findings += losses.map {
            StoreFinding(
                problem: .inSweep($0.sweep, .damagedJournal(trial: $0.trial, $0.damage)), remedy: .setBack,
                isMendable: true)
        }
    }

    private mutating func nameless(_ folder: SweepFolder) throws {
        let count = folder.trials().filter { $0.storedTrial() != nil }.count
        if count > 0 { note(.namelessFolder(folder.path, trials: count)) }
    }

    private mutating func openStore() throws -> ResultsStore? {
        let hasFolders = SweepFolder.isAnyDescribed(besideStore: path)
        do {
            let store = try openSound()
            if let store { return store }
        } catch StoreError.missing(let path) {
            let folders = SweepFolder.all(besideStore: path)
            if folders.isEmpty { throw StoreError.missing(path: path) }
            let problem = StoreFinding.Problem.noStore(
                path: path, isEmpty: access(path, F_OK) == 0, isDescribed: hasFolders)
            guard hasFolders else {
                note(problem)
                return nil
            }
            try mend(problem) { try $0.rebuild(movingOldTo: nil) }
        } catch StoreError.damaged(let path, let reason) {
            try replace(.damagedStore(path: path, reason: reason))
        } catch StoreError.foreign(let path, let reason) where hasFolders && !Self.isDatabase(path) {
            try replace(.foreignStore(path: path, reason: reason))
        }
        return mends ? try ResultsStore.openForWriting(path: path) : nil
    }

    /// Nil if it was not sound and has been replaced, or is to be.
    private mutating func openSound() throws -> ResultsStore? {
        // Looked at before anything is written to it.
        let reader = try ResultsStore.openForReading(path: path)
        let problems = try reader.integrityProblems()
        if let first = problems.first {
            let rest = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
            throw StoreError.damaged(path: path, reason: first + rest)
        }
        return mends ? try ResultsStore.openForWriting(path: path) : reader
    }

    private mutating func replace(_ problem: StoreFinding.Problem) throws {
        try mend(problem) { doctor in
            var number = 1
            while access("\(doctor.path).damaged.\(number)", F_OK) == 0 { number += 1 }
            return try doctor.rebuild(movingOldTo: "\(doctor.path).damaged.\(number)")
        }
    }

    private mutating func rebuild(movingOldTo aside: String?) throws -> StoreFinding.Remedy {
        let outcome = try StoreRebuild.make(at: path, movingOldTo: aside)
        take(outcome.losses)
        return .rebuilt(outcome, oldMovedTo: aside)
    }

    /// Whether the file is a database, of whatever program.
    private static func isDatabase(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }
}
