import Foundation
import ResultsStore
import Settings
import Sweeps
import Testing

@Suite("Queries by hand")
struct StoreQueryTests {
    @Test(
        "what is not one reading statement is refused in clear words",
        arguments: [
            ("", "it is empty"), ("  -- nothing\n", "it is empty"),
            ("SELECT 1; SELECT 2", "it must be a single statement"),
            ("DELETE FROM sweeps", "it must be a SELECT; the store is only read here"),
            ("PRAGMA user_version = 3", "it must be a SELECT; the store is only read here"),
            ("ATTACH 'other.sqlite' AS other", "it must be a SELECT; the store is only read here"),
            ("SELEC 1", #"near "SELEC": syntax error"#), ("SELECT * FROM trails", "no such table: trails"),
            ("SELECT * FROM trials WHERE id = ?", "it has parameters ('?'), which have no values here"),
        ])
    func refused(sql: String, reason: String) throws {
        let test = try TestStore()
        let reader = try ResultsStore.openForReading(path: test.path)
        #expect(throws: StoreError.query(reason: reason)) { try reader.readOnlyQuery(sql) }
        #expect("\(StoreError.query(reason: reason))" == "The query cannot be answered: \(reason).")
    }

    @Test("the views show parameters, results and the ranking by name")
    func views() throws {
        let test = try TestStore()
        let records = try test.register(TestStore.trials(2, seeds: [1, 2]))
        for (index, record) in records.enumerated() {
            let lines = [line(1, Double(index), end: 5, metric: "dev_accuracy")]
            try test.store.apply([
                test.started(record.id), .journal(record.id, attempt: 1, lines: lines, offset: 5),
                .attemptEnded(record.id, attempt: 1, .finished, at: test.time.addingTimeInterval(1)),
            ])
        }
        #expect(
            try test.store.readOnlyQuery("SELECT rank, configuration, mean, seeds, trials FROM ranking").rows == [
                [.int(1), .int(2), .double(2.5), .int(2), .int(2)], [.int(2), .int(1), .double(0.5), .int(2), .int(2)],
            ])
        #expect(
            try test.store.readOnlyQuery(
                "SELECT name, value, text FROM trial_parameters WHERE seed = 1 AND configuration = 2"
            ).rows == [
                [.string("lr"), .double(0.5), .string("0.5")],
                [.string("optimizer"), .string("adam"), .string("adam")],
            ])
        #expect(
            try test.store.readOnlyQuery(
                "SELECT state, best, best_epoch, last, seconds, started FROM trial_results WHERE number = 4"
            ).rows == [
                [
                    .string("finished"), .double(3), .int(1), .double(3), .double(1),
                    .string("2023-11-14 22:13:20"),
                ]
            ])
        #expect(try test.store.readOnlyQuery("SELECT metric, count FROM trial_metrics").rows.count == 4)
    }

    @Test("the last value of a trial is that of the weights which early stopping has restored, where it has")
    func restoredWeights() throws {
        let test = try TestStore()
        var sweep = TestStore.sweep()
        sweep.objective = Objective(selection: .last)
        let records = try test.register(TestStore.trials(2), sweep: sweep)
        for record in records {
            var lines = [0.5, 0.75, 0.625].enumerated().map {
                line($0.offset + 1, $0.element, end: 5 * ($0.offset + 1), metric: "dev_accuracy")
            }
            if record.id == records[0].id { lines.append(line(2, 0.75, end: 20, metric: "restored_dev_accuracy")) }
            try test.store.apply([
                test.started(record.id), .journal(record.id, attempt: 1, lines: lines, offset: 20),
                .attemptEnded(record.id, attempt: 1, .finished, at: test.time),
            ])
        }
        #expect(
            try test.store.readOnlyQuery("SELECT last, last_epoch FROM trial_results ORDER BY number").rows
                == [[.double(0.75), .int(2)], [.double(0.625), .int(3)]])
        #expect(
            try test.store.readOnlyQuery("SELECT configuration, mean FROM ranking").rows
                == [[.int(1), .double(0.75)], [.int(2), .double(0.625)]])
    }
}
