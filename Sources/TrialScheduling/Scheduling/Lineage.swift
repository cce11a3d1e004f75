import ResultsStore
import Sweeps
import TrialFolders

/// The attempts whose measurements an attempt goes on from: the one whose checkpoint it took up, the one that that one
/// had taken up, and so on.
///
/// The store may have dropped some of them: an attempt thought dead may have gone on and written a newer checkpoint,
/// which a later attempt takes up. Walking the line again brings them back; what the store has already stays.
struct Lineage {
    let trial: TrialRecord.ID
    let attempt: AttemptFolder

    /// - Parameter origin: what the attempt's first line names; nil if it starts afresh.
    func changes(startingFrom origin: JournalPosition?) throws(FileError) -> [StoreChange] {
        var changes: [StoreChange] = []
        var child = attempt.number
        var origin = origin
        while true {
            // Each attempt goes on from an earlier one, so the walk ends, also where a journal is damaged.
            guard let place = origin, place.attempt < child, place.attempt >= 1 else {
                changes.append(.resumed(trial, attempt: child, from: nil))
                return changes.reversed()
            }
            let (beginning, taken) = try read(place)
            if let taken { changes.append(taken) }
            changes.append(.resumed(trial, attempt: child, from: place))
            if taken == nil { return changes.reversed() }
            child = place.attempt
            origin = beginning
        }
    }

    /// What an earlier attempt measured up to `place`, and where it had itself started from; no change without journal.
    private func read(_ place: JournalPosition) throws(FileError) -> (JournalPosition?, StoreChange?) {
        var reader = JournalReader(path: attempt.sibling(place.attempt).journal)
        let lines = try reader.readNewLines().filter { $0.end <= place.offset }
        var beginning: JournalPosition?
        var measured: [JournalLine] = []
        for line in lines {
            switch line.entry {
            case .begun(let from, let position):
                beginning = from == 0 ? nil : JournalPosition(attempt: from, offset: position)
            case .measured(let runs, let time): measured.append(JournalLine(runs: runs, at: time, end: line.end))
            case .withdrawn(let withdrawal): measured.append(JournalLine(withdrawal, end: line.end))
            default: continue
            }
        }
        guard let last = lines.last else { return (nil, nil) }
        return (beginning, .journal(trial, attempt: place.attempt, lines: measured, offset: last.end))
    }
}
