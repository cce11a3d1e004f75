import Foundation
import ResultsStore
import Sweeps
import TrialScheduling

/// Looks whether a store is sound and agrees with the sweeps' folders, and mends what can be mended.
struct StoreDoctor {
    /// Something that is not as it should be.
    struct Finding: Hashable {
        /// A sentence.
        let words: String
        /// What was done about it; nil if nothing was.
        let remedy: String?
    }

    let path: String
    /// Whether to mend, or only to say what is wrong.
    let mends: Bool
    /// Takes what a person should know meanwhile.
    let tell: (String) -> Void
    private(set) var findings: [Finding] = []

    init(path: String, mends: Bool, tell: @escaping (String) -> Void = { _ in }) {
        self.path = path
        self.mends = mends
        self.tell = tell
    }

    /// - Returns: the store, if there is one that can be used afterwards.
    /// - Throws: `StoreError` if there is none and no folder of a sweep beside it, or if the file is none of ours;
    ///   `CommandError` if a sweep runs that would be in the way.
    mutating func examine() throws -> ResultsStore? {
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
            try mend("The store does not know the sweep of the folder '\(folder.path)'.") { doctor in
                let hold = try SweepHold(folder)
                defer { withExtendedLifetime(hold) {} }
                var rebuild = StoreRebuild()
                try rebuild.add(folder, to: store)
                doctor.take(rebuild.outcome.losses)
                return "added with \(Phrases.count(rebuild.outcome.trials, "trial"))"
            }
        }
        return store
    }

    /// Notes that something is wrong, and does something about it if that is wanted.
    mutating func mend(_ words: String, _ remedy: (inout StoreDoctor) throws -> String?) throws {
        let place = findings.count
        let remedy = mends ? try remedy(&self) : nil
        findings.insert(Finding(words: words, remedy: remedy), at: place)
    }

    /// Notes trials that a rebuild could not bring in whole.
    mutating func take(_ losses: [String]) {
        findings += losses.map { Finding(words: $0, remedy: Self.setBack) }
    }

    static let setBack = "set back; 'sweep run' trains it again from where it is sound"

    private mutating func nameless(_ folder: SweepFolder) throws {
        let count = folder.trials().filter { $0.storedTrial() != nil }.count
        guard count > 0 else { return }
        try mend(
            "'\(folder.path)/sweep.json', which says whose the folder's \(Phrases.count(count, "trial")) are, is gone or "
                + "damaged; 'sweep run' with the sweep's file takes them in."
        ) { _ in nil }
    }

    private mutating func openStore() throws -> ResultsStore? {
        let hasFolders = SweepFolder.isAnyDescribed(besideStore: path)
        do {
            let store = try openSound()
            if let store { return store }
        } catch StoreError.missing(let path) {
            let folders = SweepFolder.all(besideStore: path)
            if folders.isEmpty { throw StoreError.missing(path: path) }
            let there =
                access(path, F_OK) == 0 ? "The store '\(path)' is empty" : "There is no store at '\(path)'"
            guard hasFolders else {
                try mend("\(there), and no folder beside it says of which sweep it is.") { _ in nil }
                return nil
            }
            try mend("\(there), but there are folders of sweeps beside it.") { try $0.rebuild(movingOldTo: nil) }
        } catch StoreError.damaged(let path, let reason) {
            try replace("The store '\(path)' is damaged: \(reason).")
        } catch StoreError.foreign(let path, let reason) where hasFolders && !Self.isDatabase(path) {
            try replace("'\(path)' is not a store of sweeps: \(reason).")
        }
        return mends ? try ResultsStore.openForWriting(path: path) : nil
    }

    /// Nil if it was not sound and has been replaced, or is to be.
    private mutating func openSound() throws -> ResultsStore? {
        // Looked at before anything is written to it.
        let reader: ResultsStore?
        do {
            reader = try ResultsStore.openForReading(path: path)
        } catch StoreError.older where mends {
            reader = nil
        }
        if let problems = try reader?.integrityProblems(), let first = problems.first {
            let rest = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
            throw StoreError.damaged(path: path, reason: first + rest)
        }
        return mends ? try ResultsStore.openForWriting(path: path) : reader
    }

    private mutating func replace(_ words: String) throws {
        try mend(words) { doctor in
            var number = 1
            while access("\(doctor.path).damaged.\(number)", F_OK) == 0 { number += 1 }
            return try doctor.rebuild(movingOldTo: "\(doctor.path).damaged.\(number)")
        }
    }

    private mutating func rebuild(movingOldTo aside: String?) throws -> String {
        let outcome = try StoreRebuild.make(at: path, movingOldTo: aside)
        take(outcome.losses)
        return (aside.map { "moved to '\($0)' and " } ?? "") + "made anew from the folders with \(outcome.words)"
    }

    /// Whether the file is a database, of whatever program.
    private static func isDatabase(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }
}
