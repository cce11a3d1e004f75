import Settings
import Sweeps
public import TrialFolders

/// An attempt's journal as the store remembers it, byte for byte as it was.
public struct RestoredJournal: Hashable, Sendable {
    private let attempt: AttemptFolder
    private let text: String

    /// Nil where the store does not have every line: each must end where the store says that it ended.
    ///
    /// - Parameters:
    ///   - lines: what the store took in of the journal, in its order.
    ///   - origin: the place in an earlier attempt's journal from which the attempt went on.
    public init?(_ attempt: AttemptFolder, _ record: AttemptRecord, lines: [JournalLine], from origin: JournalPosition?)
    {
        guard let end = record.end, record.resumedFrom == origin?.attempt else { return nil }
        var text = JournalEntry.begun(fromAttempt: origin?.attempt ?? 0, journalPosition: origin?.offset ?? 0).line
        if let machine = record.machine { text += JournalEntry.computed(with: machine).line }
        for line in lines {
            text += JournalEntry.measured(line.runs, at: line.time).line
            guard text.utf8.count == line.end else { return nil }
        }
        if let usage = record.usage { text += JournalEntry.used(usage).line }
        text += JournalEntry.ended(end).line
        guard text.utf8.count == record.journalOffset else { return nil }
        self.attempt = attempt
        self.text = text
    }

    public func write() throws(FileError) {
        try writeWhole(text, to: attempt.journal)
    }
}
