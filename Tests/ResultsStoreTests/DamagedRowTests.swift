import GRDB
import ResultsStore
import Sweeps
import Testing

@Suite("Rows that this program never wrote")
struct DamagedRowTests {
    private static let changes = [
        "UPDATE sweeps SET method = 'magic'", "UPDATE sweeps SET goal = 'more'", "UPDATE sweeps SET selection = 'all'",
        "UPDATE sweeps SET parameters = '{}'", "UPDATE sweeps SET parameters = '[1]'",
        "UPDATE trials SET state = 'asleep'", "UPDATE configurations SET settings = '[]'",
        "UPDATE attempts SET end = 'vanished'", "UPDATE sweeps SET timeout = 1e300", "UPDATE sweeps SET timeout = -1",
    ]

    @Test("a word that nobody knows is an error, never taken for another", arguments: changes)
    func unknownWords(_ change: String) throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        try test.store.apply([test.started(trial), .attemptEnded(trial, attempt: 1, .finished, at: test.time)])
        try DatabaseQueue(path: test.path).writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA ignore_check_constraints = ON; \(change)")
        }
        let store = try ResultsStore.openForReading(path: test.path)
        let error = #expect(throws: StoreError.self) {
            for sweep in try store.sweeps() { _ = (try store.trials(of: sweep.id), try store.attempts(of: sweep.id)) }
        }
        guard case .damaged(test.path, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a sweep's limits are kept with it")
    func limits() throws {
        let test = try TestStore()
        var sweep = TestStore.sweep()
        for limits in [
            SweepLimits(jobs: 3, timeout: .seconds(1.5), memoryLimit: 5_000_000, retries: 0, maxFailed: 2),
            SweepLimits(),
        ] {
            sweep.limits = limits
            _ = try test.register(sweep: sweep)
            #expect(try test.sweepRecord().limits == limits)
        }
    }
}
