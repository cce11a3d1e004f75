import Foundation
import Sweeps
import TemporaryFolders
import Testing

@testable import TrialFolders

@Suite struct ProgramRecordTests {
    @Test func `what was run reads back to the same`() throws {
        try withTemporaryFolder { folder in
            let attempt = AttemptFolder(trial: TrialFolder(path: folder), number: 1)
            #expect(attempt.storedCommand() == nil)
            try makeFolder(attempt.path)
            let record = CommandRecord(
                arguments: ["a", "--x=\"\n\u{1F600}"], executable: "/bin/a", interpreter: nil, folder: "/",
                variables: ["camelCase": "1"], programFingerprint: "f", findsCheckpoints: true)
            try attempt.writeCommand(record)
            #expect(attempt.storedCommand() == record)
        }
    }

    @Test func `runs are told in their order, and those with the same changes share a file`() throws {
        try withTemporaryFolder { path in
            let folder = SweepFolder(sweep: "s", besideStore: path + "/store")
            try folder.create()
            func note(_ time: Int, diff: String?) throws {
                try folder.note(
                    RunRecord(
                        startedAt: Date(milliseconds: time), host: "h",
                        git: RunRecord.Git(commit: "c\(time)", isClean: diff == nil), interpreter: nil), diff: diff)
            }
            try note(1, diff: nil)
            try note(2, diff: "one")
            try note(3, diff: "one")
            try note(4, diff: "two")
            let git = folder.runs().compactMap(\.git)
            #expect(git.map(\.commit) == ["c1", "c2", "c3", "c4"])
            #expect(git.map(\.diffFile) == [nil, "changes-2.diff", "changes-2.diff", "changes-4.diff"])
            #expect(try String(contentsOfFile: folder.path + "/changes-4.diff", encoding: .utf8) == "two")
        }
    }

    @Test func `what a trial left is put away under a name that is free`() throws {
        try withTemporaryFolder { path in
            let folder = SweepFolder(sweep: "s", besideStore: path + "/store")
            let trial = Trial(configuration: Configuration(), seed: 1, data: "d")
            try folder.putAway(trial.identity)
            for _ in 1...2 {
                try folder.trial(trial.identity).create(for: trial, number: 1, sweep: "s")
                try folder.putAway(trial.identity)
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.putAwayFolder).sorted()
            #expect(names == ["\(trial.identity.shortName).1", "\(trial.identity.shortName).2"])
            #expect(folder.trials().isEmpty)
        }
    }
}
