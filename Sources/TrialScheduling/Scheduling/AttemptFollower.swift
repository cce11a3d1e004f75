import Foundation
import ResultsStore
import Sweeps
import TrialFolders

/// Reads what an attempt's journal has to say that is new, as changes for the store.
struct AttemptFollower {
    let trial: TrialRecord.ID
    let attempt: AttemptFolder
    private var reader: JournalReader
    /// How the attempt ended, once its journal says so.
    private(set) var end: AttemptEnd?

    /// - Parameter position: how much of the journal the store has taken in already.
    init(trial: TrialRecord.ID, attempt: AttemptFolder, position: Int = 0) {
        self.trial = trial
        self.attempt = attempt
        reader = JournalReader(path: attempt.journal, position: position)
    }

    /// What was read at once.
    struct News {
        var changes: [StoreChange] = []
        var runs: [MeasurementRun] = []
        var damagedLines = 0
    }

    mutating func read() throws(FileError) -> News {
        var news = News()
        let lines = try reader.readNewLines()
        guard let last = lines.last else { return news }
        var measured: [JournalLine] = []
        for line in lines {
            switch line.entry {
            case .begun(let from, let position):
                let from = from == 0 ? nil : JournalPosition(attempt: from, offset: position)
                news.changes += try Lineage(trial: trial, attempt: attempt).changes(startingFrom: from)
            case .computed(let machine):
                news.changes.append(.computed(trial, attempt: attempt.number, with: machine))
            case .measured(let runs, let time):
                measured.append(JournalLine(runs: runs, at: time, end: line.end))
                news.runs += runs
            case .withdrawn(let withdrawal): measured.append(JournalLine(withdrawal, end: line.end))
            case .used(let usage): news.changes.append(.used(trial, attempt: attempt.number, usage))
            case .ended(let end): self.end = end
            case nil: news.damagedLines += 1
            }
        }
        news.changes.append(.journal(trial, attempt: attempt.number, lines: measured, offset: last.end))
        return news
    }
}
