import Foundation
import Sweeps
import TemporaryFolders
import Testing

@testable import TrialFolders

@Suite("What the scheduler notes of an attempt")
struct AttemptNotesTests {
    @Test("it reads back, the last word counts, and a torn line is passed over")
    func readsBack() throws {
        try withTemporaryFolder { path in
            let attempt = try TrialFolder(path: path).claimAttempt()
            let times = [5, 9, 12].map(Date.init(milliseconds:))
            try attempt.noteStart(by: "local \"1\"", at: times[0])
            try attempt.noteEnd(.interrupted(.timedOut), at: times[1])
            var notes = attempt.storedNotes()
            #expect(notes.worker == "local \"1\"" && notes.began == times[0])
            #expect(notes.end == .interrupted(.timedOut) && notes.ended == times[1])
            try attempt.noteEnd(.failed(message: "no\nmore"), at: times[2])
            notes = attempt.storedNotes()
            #expect(notes.end == .failed(message: "no\nmore") && notes.ended == times[2])
            let file = URL(filePath: attempt.path + "/scheduler.jsonl")
            try Data(contentsOf: file).dropLast(4).write(to: file)
            #expect(attempt.storedNotes().end == .interrupted(.timedOut))
        }
    }

    @Test("a time that no clock tells is passed over", arguments: ["9223372036854775807", "-1", "1e300", "null"])
    func wildTime(time: String) {
        let notes = AttemptNotes(text: #"{"worker":"w","at":\#(time)}"# + "\n" + #"{"ended":"finished","at":\#(time)}"#)
        #expect(notes == AttemptNotes(text: ""))
    }

    @Test("times beyond all that are kept are written as the last ones", arguments: [Double.infinity, -1e300, .nan])
    func timesBeyond(seconds: Double) {
        #expect(Date(timeIntervalSince1970: seconds).milliseconds == (seconds < 0 ? .min : .max))
    }
}
