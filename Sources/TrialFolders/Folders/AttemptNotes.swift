public import Foundation
import Settings
public import Sweeps

/// What the scheduler notes of an attempt: who was given it and when, and how and when it ended.
///
/// The journal is the worker's; with these notes, which are written before the store is, the folders alone say what the
/// store says, also of an attempt that the scheduler judged otherwise than its worker or that had no time to say its end.
public struct AttemptNotes: Hashable, Sendable {
    public private(set) var worker: String?
    public private(set) var began: Date?
    public private(set) var end: AttemptEnd?
    public private(set) var ended: Date?

    /// The notes as they were written, JSON Lines; the last word counts, and what cannot be read is passed over.
    init(text: String) {
        for line in text.split(separator: "\n") {
            guard let fields = try? SettingValue(json: String(line)).asMapping, let time = fields["at"]?.count else {
                continue
            }
            let date = Date(milliseconds: time)
            if let worker = fields["worker"]?.text {
                (self.worker, began) = (worker, date)
            } else if case .ended(let end)? = JournalEntry(line: Data(line.utf8)) {
                (self.end, ended) = (end, date)
            }
        }
    }
}

extension AttemptFolder {
    private var notesFile: String { path + "/scheduler.jsonl" }

    public func storedNotes() -> AttemptNotes {
        let content = FileManager.default.contents(atPath: notesFile) ?? Data()
        return AttemptNotes(text: String(decoding: content, as: UTF8.self))
    }

    public func noteStart(by worker: String, at time: Date) throws(FileError) {
        var line = "{\"worker\":"
        JSONText.append(worker, to: &line)
        try append(line, at: time)
    }

    public func noteEnd(_ end: AttemptEnd, at time: Date) throws(FileError) {
        try append(String(JournalEntry.ended(end).line.dropLast(2)), at: time)
    }

    /// Appends one line at once, so that none is ever written by halves.
    private func append(_ beginning: String, at time: Date) throws(FileError) {
        let line = Array("\(beginning),\"at\":\(time.milliseconds)}\n".utf8)
        let descriptor = open(notesFile, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: notesFile, doing: "write", errno: errno) }
        defer { close(descriptor) }
        let length = lseek(descriptor, 0, SEEK_END)
        let count = write(descriptor, line, line.count)
        if count == line.count { return }
        let code = count < 0 ? errno : ENOSPC
        ftruncate(descriptor, length)
        throw FileError(path: notesFile, doing: "write", errno: code)
    }
}
