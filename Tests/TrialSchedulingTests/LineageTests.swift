import Foundation
import ResultsStore
import Settings
import Sweeps
import TemporaryFolders
import Testing
import TrialFolders

@testable import TrialScheduling

/// Attempts that were thought dead and were not.
@Suite struct LineageTests {
    private static let start = [
        JournalEntry.begun(fromAttempt: 0, journalPosition: 0), measured(1), measured(2),
    ]

    private static func measured(_ epoch: Int) -> JournalEntry {
        .measured([MeasurementRun(metric: "loss", epoch: epoch, step: epoch, value: Double(epoch))], at: nil)
    }

    /// Bytes of the first `count` entries.
    private static func length(_ entries: [JournalEntry], _ count: Int) -> Int {
        entries.prefix(count).map(\.line.utf8.count).reduce(0, +)
    }

    @Test("a third attempt that goes on from what a zombie wrote later counts the zombie's measurements, each once")
    func zombie() throws {
        try withTemporaryFolder { path in
            let file = path + "/results/sweeps.sqlite"
            let store = try ResultsStore.openForWriting(path: file)
            let trial = Trial(configuration: Configuration(["lr": .int(1)]), seed: 1, data: "d")
            let sweep = Sweep(name: "s")
            let folder = SweepFolder(sweep: "s", besideStore: file)
            let trialFolder = folder.trial(trial.identity)
            try trialFolder.create(for: trial, number: 1, sweep: "s")
            let id = try store.register(sweep, fileText: "", filePath: "", trials: [trial], at: Date())[0].id
            func catchUp() throws {
                let record = try #require(try store.sweep(named: "s"))
                try store.apply(
                    CatchUp.read(
                        store.trials(of: record.id), attempts: store.attempts(of: record.id), in: folder, at: Date(),
                        retries: 0
                    ).changes)
            }

            // The first attempt is taken for dead after two epochs; the second goes on from its first one.
            let first = Self.start + [Self.measured(3), Self.measured(4)]
            var zombie = try JournalWriter(path: trialFolder.claimAttempt().journal)
            for entry in first.prefix(3) { try zombie.append(entry) }
            try zombie.flush()
            try catchUp()
            let second = try trialFolder.claimAttempt(after: 1)
            var successor = try JournalWriter(path: second.journal)
            try successor.append(.begun(fromAttempt: 1, journalPosition: Self.length(first, 2)))
            try successor.append(Self.measured(2))
            try successor.flush()
            try catchUp()
            // Meanwhile the zombie went on, and its newer checkpoint is what the third takes up.
            for entry in first.dropFirst(3) { try zombie.append(entry) }
            try zombie.flush()
            let third = try trialFolder.claimAttempt(after: 2)
            var last = try JournalWriter(path: third.journal)
            try last.append(.begun(fromAttempt: 1, journalPosition: Self.length(first, 5)))
            try last.append(Self.measured(5))
            try last.append(.ended(.finished))
            try last.flush()
            try catchUp()

            let record = try #require(try store.sweep(named: "s"))
            let series = try #require(try store.series(of: record.id, metrics: ["loss"]).first)
            #expect(series.values == [1, 2, 3, 4, 5])
            #expect(try store.summaries(of: record.id)[id]?["loss"]?.count == 5)
            #expect(try store.trials(of: record.id).map(\.state) == [.finished])
        }
    }
}
