import Foundation
import Sweeps

/// The first place where a journal no longer says what it said.
public struct JournalDamage: Hashable, Sendable {
    enum Kind: Hashable {
        case missing, unreadableLine, tooShort
    }

    /// Whose journal it is.
    public let attempt: AttemptFolder
    /// In bytes from the journal's start.
    public let offset: Int
    let kind: Kind

    public var path: String { attempt.journal }

    /// A clause.
    public var words: String {
        switch kind {
        case .missing: "'\(path)' is gone"
        case .unreadableLine: "'\(path)' is damaged at byte \(offset)"
        case .tooShort: "'\(path)' ends too early, at byte \(offset)"
        }
    }

    /// Looks through the journal of an attempt, and through what it goes on from in those of earlier ones.
    ///
    /// - Parameter place: how much of it counts; nil for all up to its last line.
    public static func first(in attempt: AttemptFolder, upTo place: Int? = nil) throws(FileError) -> JournalDamage? {
        func damage(_ kind: Kind, at offset: Int) -> JournalDamage {
            JournalDamage(attempt: attempt, offset: offset, kind: kind)
        }
        if let missing = attempt.missingJournal { return missing }
        var reader = JournalReader(path: attempt.journal)
        let lines = try reader.readNewLines().filter { $0.end <= place ?? .max }
        if let line = lines.first(where: { $0.entry == nil }) { return damage(.unreadableLine, at: line.start) }
        let end = lines.last?.end ?? 0
        if let place, end != place { return damage(.tooShort, at: end) }
        if place == nil, !lines.contains(where: { $0.entry?.isEnd == true }) { return damage(.tooShort, at: end) }
        guard case .begun(let from, let position)? = lines.first?.entry else { return damage(.unreadableLine, at: 0) }
        if from == 0 { return nil }
        // Each attempt goes on from an earlier one, so the walk ends.
        guard from < attempt.number else { return damage(.unreadableLine, at: 0) }
        return try first(in: attempt.sibling(from), upTo: position)
    }
}

extension TrialFolder {
    /// What is damaged of the newest attempt's journal and of those that it goes on from.
    public func journalDamage() throws(FileError) -> JournalDamage? {
        guard let newest = attempts().first else { return nil }
        return try JournalDamage.first(in: newest)
    }
}

extension AttemptFolder {
    /// What is damaged of what the trial had measured when this attempt's journal had come to `place`, in it or in the
    /// journals of the attempts that it goes on from; nil if all is there.
    ///
    /// A checkpoint that was taken then is of use only with them: what they have lost nobody would measure again.
    public func journalDamage(before place: Int) throws(FileError) -> JournalDamage? {
        try JournalDamage.first(in: self, upTo: place)
    }

    /// Nil if the attempt has a journal.
    public var missingJournal: JournalDamage? {
        access(journal, F_OK) == 0 ? nil : JournalDamage(attempt: self, offset: 0, kind: .missing)
    }
}

extension JournalEntry {
    fileprivate var isEnd: Bool {
        if case .ended = self { true } else { false }
    }
}
