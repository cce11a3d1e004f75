import Foundation
import ResultsStore
import SweepFiles
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
    private(set) var findings: [Finding] = []

    init(path: String, mends: Bool) {
        self.path = path
        self.mends = mends
    }

    /// - Returns: the store, if there is one that can be used afterwards.
    /// - Throws: `StoreError` if there is none and nothing to make one from; `CommandError` if a sweep runs that would be
    ///   in the way.
    mutating func examine() throws -> ResultsStore? {
        guard let store = try openStore() else { return nil }
        for sweep in try store.sweeps() { try examine(sweep, in: store) }
        let known = Set(try store.sweeps().map(\.name))
        for folder in SweepFolder.all(besideStore: path) {
            guard let description = folder.storedDescription(), !known.contains(description.name) else { continue }
            try mend("The store does not know the sweep of the folder '\(folder.path)'.") {
                "added with \(Phrases.count(try StoreRebuild.add(folder, to: store), "trial"))"
            }
        }
        return store
    }

    /// Notes that something is wrong, and does something about it if that is wanted.
    private mutating func mend(_ words: String, _ remedy: () throws -> String?) throws {
        findings.append(Finding(words: words, remedy: mends ? try remedy() : nil))
    }

    private mutating func openStore() throws -> ResultsStore? {
        let trouble: String
        do {
            let store =
                mends ? try ResultsStore.openForWriting(path: path) : try ResultsStore.openForReading(path: path)
            let problems = try store.integrityProblems()
            if problems.isEmpty { return store }
            let rest = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
            trouble = "The store '\(path)' is damaged: \(problems[0])\(rest)."
        } catch StoreError.missing(let path) where !SweepFolder.all(besideStore: path).isEmpty {
            trouble = "There is no store at '\(path)', but there are folders of sweeps beside it."
        } catch StoreError.cannotRead(let path, let reason) {
            trouble = "The store '\(path)' cannot be read: \(reason)."
        } catch StoreError.foreign(let path, let reason) where !SweepFolder.all(besideStore: path).isEmpty {
            trouble = "'\(path)' is not a store of sweeps: \(reason)."
        }
        try mend(trouble) { [path] in try Self.setAside(path) }
        return mends ? try ResultsStore.openForWriting(path: path) : nil
    }

    /// Makes room for a new store.
    private static func setAside(_ path: String) throws -> String {
        for folder in SweepFolder.all(besideStore: path) where SweepLock.isHeld(path: folder.lock) {
            throw CommandError.cannotWrite("The sweep in '\(folder.path)' is being run; stop it first.")
        }
        guard FileManager.default.fileExists(atPath: path) else { return "made anew from the folders" }
        var number = 1
        while FileManager.default.fileExists(atPath: "\(path).damaged.\(number)") { number += 1 }
        for ending in ["", "-wal", "-shm"] where access(path + ending, F_OK) == 0 {
            let aside = "\(path)\(ending).damaged.\(number)"
            guard rename(path + ending, aside) == 0 else {
                throw FileError(path: path + ending, doing: "rename", errno: errno)
            }
        }
        return "moved to '\(path).damaged.\(number)' and made anew from the folders"
    }

    private mutating func examine(_ sweep: SweepRecord, in store: ResultsStore) throws {
        let folder = SweepFolder(sweep: sweep.name, besideStore: path)
        // What a scheduler is at work on changes while one looks.
        if SweepLock.isHeld(path: folder.lock) { return }
        let name = SafeText.escaping(sweep.name)
        let trials = try store.trials(of: sweep.id)
        let stale = trials.filter { $0.state == .running }
        if !stale.isEmpty {
            try mend("\(name): \(Phrases.count(stale.count, "trial")) 'running', but nobody runs the sweep.") {
                try store.apply(
                    CatchUp.changes(for: stale, attempts: store.attempts(of: sweep.id), in: folder, at: Date()))
                return "set to what the folders say"
            }
        }
        let known = Set(trials.map(\.trial.identity))
        let folders = folder.trials()
        let strangers = folders.compactMap { $0.storedTrial() }.filter { !known.contains($0.trial.identity) }
        if !strangers.isEmpty {
            try mend(
                "\(name): the store does not know \(Phrases.count(strangers.count, "trial")) of the sweep's folder."
            ) {
                "added \(Phrases.count(try StoreRebuild.add(folder, to: store), "trial"))"
            }
        }
        let unreadable = folders.filter { $0.storedTrial() == nil }
        for trial in unreadable {
            try mend("\(name): '\(trial.path)' does not say which trial it is of.") { nil }
        }
        let present = Set(folders.map(\.path))
        let lost = trials.filter { $0.attempts > 0 && !present.contains(folder.trial($0.trial.identity).path) }
        if !lost.isEmpty {
            try mend(
                "\(name): the folders of \(Phrases.count(lost.count, "trial")) are gone; the store keeps what it has."
            ) {
                nil
            }
        }
        let leftovers = folders.flatMap { $0.leftovers() }
        if !leftovers.isEmpty {
            try mend("\(name): \(Phrases.count(leftovers.count, "file")) of writers that were killed.") {
                for file in leftovers { unlink(file) }
                return "removed"
            }
        }
    }
}
