import Foundation
import Sweeps
import Testing

@testable import TrialFolders

/// The grammar in `docs/journal.md`.
@Suite struct JournalDocumentTests {
    /// The lines of its examples.
    private static func lines() throws -> [String] {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: repository.appending(path: "docs/journal.md"), encoding: .utf8)
        return text.components(separatedBy: "```journal\n").dropFirst().flatMap { block in
            block.components(separatedBy: "```")[0].split(separator: "\n").map(String.init)
        }
    }

    @Test("each example is an entry, and is written as it stands there")
    func examples() throws {
        for line in try Self.lines() {
            let entry = try #require(JournalEntry(line: Data(line.utf8)), "\(line)")
            #expect(entry.line == line + "\n")
        }
    }

    @Test("there is an example of every kind of entry and of every end")
    func all() throws {
        let entries = try Self.lines().compactMap { JournalEntry(line: Data($0.utf8)) }
        #expect(Set(entries.map(Self.kind)) == Set(JournalTests.entries.map(Self.kind)))
    }

    @Test("the packed examples hold the numbers that the words name")
    func packed() throws {
        let runs = try Self.lines().compactMap { JournalEntry(line: Data($0.utf8)) }.flatMap(\.runs)
        let losses = try #require(runs.first { $0.metric == "batch_loss" }).values
        #expect(losses.count == 3 && losses[0] == 3 && losses[1] == 0.5 && losses[2].isNaN)
        #expect(runs.first { $0.metric == "lr" }?.values == [0.1, 0.01])
    }

    private static func kind(_ entry: JournalEntry) -> String {
        switch entry {
        case .begun: "begun"
        case .computed: "computed"
        case .measured(_, let time): time == nil ? "measured, old" : "measured"
        case .withdrawn(let withdrawal): withdrawal.metric == nil ? "all withdrawn" : "withdrawn"
        case .used: "used"
        case .ended(let end): "ended \(end.state)"
        }
    }
}

extension JournalEntry {
    fileprivate var runs: [MeasurementRun] { if case .measured(let runs, _) = self { runs } else { [] } }
}
