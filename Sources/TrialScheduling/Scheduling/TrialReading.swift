import Foundation
import ResultsStore
import Sweeps
import TrialFolders

/// Reads what one trial's folder has to say beyond what the store knows.
struct TrialReading {
    let record: TrialRecord
    let folder: TrialFolder
    /// The attempts that the store has.
    let known: [AttemptRecord]
    /// Attempts that it had, for what the folder does not say.
    let remembered: [AttemptRecord]
    let time: Date
    /// Further attempts that the trial may have after its time was up.
    let retries: Int
    /// Why an attempt is over that nobody saw end.
    let killWords: String
    private(set) var changes: [StoreChange] = []
    /// Set if the trial has ended and its journals have lost something; it is then pending.
    private(set) var damage: JournalDamage?
    private var lastEnd: AttemptEnd?
    /// How many attempts ended since their time was up.
    private var timeOuts = 0
    /// Whether all that counts of the trial was read whole.
    private var isSound = false

    init(
        record: TrialRecord, folder: TrialFolder, known: [AttemptRecord], remembered: [AttemptRecord], time: Date,
        retries: Int, killWords: String
    ) {
        self.record = record
        self.folder = folder
        self.known = known
        self.remembered = remembered
        self.time = time
        self.retries = retries
        self.killWords = killWords
    }

    mutating func read() throws(FileError) {
        let attempts = folder.attempts()
        for attempt in attempts.reversed() {
            let stored = known.first { $0.number == attempt.number }
            lastEnd = stored?.end
            if let end = lastEnd, end == .timedOut || end == .interrupted(.timedOut) { timeOuts += 1 }
            isSound = false
            if lastEnd == nil { try read(attempt, stored) }
        }
        if let (state, time) = folder.notedState() {
            changes.append(.stateChanged(record.id, state, message: nil, at: time))
        } else if let newest = attempts.first, lastEnd?.needsMeasurements == true, !isSound {
            damage = try JournalDamage.first(in: newest)
            guard let damage else { return }
            let place = (damage.path as NSString).pathComponents.suffix(2).joined(separator: "/")
            changes.append(
                .stateChanged(
                    record.id, .pending, message: "to be trained again, since \(place) has lost measurements", at: time)
            )
        }
    }

    private mutating func read(_ attempt: AttemptFolder, _ stored: AttemptRecord?) throws(FileError) {
        let notes = attempt.storedNotes()
        let former = remembered.first { $0.number == attempt.number }
        // Later than the attempt's last sign of life it did not end.
        let lastSign = attempt.lastSignOfLife ?? time
        let began = stored?.startedAt ?? notes.began ?? former?.startedAt ?? min(lastSign, time)
        if stored == nil {
            let worker = notes.worker ?? former?.worker ?? "unknown"
            changes.append(.attemptStarted(record.id, attempt: attempt.number, at: began, worker: worker))
        }
        let position = stored?.journalOffset ?? 0
        var follower = AttemptFollower(trial: record.id, attempt: attempt, position: position)
        let news = try follower.read()
        changes += news.changes
        let end = notes.end ?? former?.end ?? verdict(follower.end)
        let ended = notes.ended ?? former?.endedAt ?? min(max(lastSign, began), time)
        changes.append(.attemptEnded(record.id, attempt: attempt.number, end, at: ended))
        lastEnd = end
        // The common case, which needs no second look.
        isSound =
            position == 0 && news.damagedLines == 0 && follower.end != nil
            && news.changes.contains(.resumed(record.id, attempt: attempt.number, from: nil))
    }
}

extension TrialReading {
    /// What the scheduler would have made of a journal's end.
    private mutating func verdict(_ end: AttemptEnd?) -> AttemptEnd {
        guard end == .timedOut else { return end ?? .interrupted(.lost(reason: killWords)) }
        timeOuts += 1
        return timeOuts <= retries ? .interrupted(.timedOut) : .timedOut
    }
}

extension AttemptEnd {
    /// Whether the trial counts with what it measured, so that none of it may be missing.
    fileprivate var needsMeasurements: Bool {
        switch self {
        case .finished, .diverged, .pruned: true
        case .failed, .timedOut, .cancelled, .interrupted: false
        }
    }
}
