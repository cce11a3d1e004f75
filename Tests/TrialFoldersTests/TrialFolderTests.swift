import Foundation
import Settings
import Sweeps
import TemporaryFolders
import Testing

@testable import TrialFolders

@Suite struct TrialFolderTests {
    @Test("each attempt is claimed by one claimant only")
    func claims() async throws {
        try await withTemporaryFolder { path in
            let trial = Trial(configuration: Configuration(["lr": .number(0.1)]), seed: 1, data: "d")
            let folder = SweepFolder(sweep: "s", besideStore: path + "/sweeps.sqlite").trial(trial.identity)
            try folder.create(for: trial, number: 1, sweep: "s")
            try folder.create(for: trial, number: 1, sweep: "s")
            let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 { group.addTask { try folder.claimAttempt().number } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(numbers.sorted() == Array(1...40))
            #expect(folder.attempts().map(\.number) == Array((1...40).reversed()))
            let json = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/trial.json"))
            let fields = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
            #expect(fields["identity"] as? String == trial.identity.description)
        }
    }

    @Test("a number is not given twice, also when the folder is gone, and folders of other names are no attempts")
    func numbers() throws {
        try withTemporaryFolder { path in
            let folder = TrialFolder(path: path)
            #expect(try folder.claimAttempt(after: 3).number == 4)
            try FileManager.default.removeItem(atPath: path + "/attempt.4")
            #expect(try folder.claimAttempt(after: 4).number == 5)
            for name in ["9223372036854775807", "1000000001", "99999999999999999999", "07", "+8", "-9", "0", "", "x"] {
                try FileManager.default.createDirectory(
                    atPath: "\(path)/attempt.\(name)", withIntermediateDirectories: false)
            }
            #expect(folder.attempts().map(\.number) == [5])
            #expect(try folder.claimAttempt(after: 4).number == 6)
            let error = #expect(throws: FileError.self) { _ = try folder.claimAttempt(after: .max) }
            #expect(error?.errno == EOVERFLOW)
        }
    }

    /// An attempt's beginning and what it measured.
    private static func lines(from attempt: Int, _ position: Int) -> Data {
        let entries: [JournalEntry] = [
            .begun(fromAttempt: attempt, journalPosition: position),
            .measured([MeasurementRun(metric: "loss", epoch: 1, firstStep: 1, values: [0.5, 0.25])], at: nil),
            .measured([MeasurementRun(metric: "loss", epoch: 2, step: 3, value: 0.125)], at: nil),
        ]
        return Data(entries.map(\.line).joined().utf8)
    }

    @Test("what a checkpoint counts on is missing where its journal or an earlier attempt's is torn at any byte before")
    func tornAnywhere() throws {
        try withTemporaryFolder { path in
            let folder = TrialFolder(path: path)
            let (first, second) = (try folder.claimAttempt(), try folder.claimAttempt())
            let (one, two) = (Self.lines(from: 0, 0), Self.lines(from: 1, Self.lines(from: 0, 0).count))
            func write(_ content: Data, _ attempt: AttemptFolder) throws {
                try content.write(to: URL(filePath: attempt.journal))
            }
            #expect(try second.journalDamage(before: two.count)?.words == "'\(second.journal)' is gone")
            try write(one, first)
            try write(two + Data("beyond".utf8), second)
            #expect(try first.journalDamage(before: one.count) == nil)
            #expect(try second.journalDamage(before: two.count) == nil)
            for cut in 0..<two.count {
                try write(two.prefix(cut), second)
                let damage = try second.journalDamage(before: two.count)
                #expect(damage?.path == second.journal, "the newer journal cut at \(cut)")
            }
            try write(two, second)
            for cut in 0..<one.count {
                try write(one.prefix(cut), first)
                let damage = try #require(
                    try second.journalDamage(before: two.count), "the older journal cut at \(cut)")
                #expect(damage.path == first.journal && damage.offset <= cut)
            }
            // As a disk leaves what it never wrote.
            try write(one.prefix(60) + Data(count: one.count - 60), first)
            #expect(try second.journalDamage(before: two.count)?.path == first.journal)
            // A journal that names itself or a later one as its origin.
            try write(one, first)
            try write(Self.lines(from: 2, 0), second)
            #expect(try second.journalDamage(before: Self.lines(from: 2, 0).count)?.offset == 0)
            // What cannot be read is not lost.
            try FileManager.default.removeItem(atPath: second.journal)
            try FileManager.default.createDirectory(atPath: second.journal, withIntermediateDirectories: false)
            #expect(throws: FileError(path: second.journal, doing: "read", errno: EISDIR)) {
                try second.journalDamage(before: two.count)
            }
        }
    }
}
