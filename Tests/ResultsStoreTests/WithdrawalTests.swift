import Foundation
import ResultsStore
import Sweeps
import Testing
import TrialFolders

@Suite struct WithdrawalTests {
    @Test func `values from a step on no longer count, of single values and of runs, until they are said anew`() throws
    {
        let test = try TestStore()
        let trial = try test.register()[0].id
        let runs = [
            MeasurementRun(metric: "m", epoch: nil, firstStep: 1, values: [1, 2, 3, 4]),
            MeasurementRun(metric: "m", epoch: nil, step: 5, value: 5),
            MeasurementRun(metric: "m", epoch: nil, firstStep: 6, values: [6, 7]),
            MeasurementRun(metric: "other", epoch: nil, step: 4, value: 0.1),
        ]
        try test.store.apply([
            test.started(trial),
            .journal(
                trial, attempt: 1,
                lines: [
                    JournalLine(runs: runs, end: 9),
                    JournalLine(Withdrawal(metric: "m", firstStep: 3), end: 19),
                    JournalLine(runs: [MeasurementRun(metric: "m", epoch: nil, step: 3, value: -3)], end: 29),
                ], offset: 29),
        ])
        let series = try #require(try test.values(of: "m").first)
        #expect(series.steps == [1, 2, 3] && series.values == [1, 2, -3])
        #expect(try test.summary(of: trial, "m")?.count == 3)
        #expect(try test.summary(of: trial, "m")?.smallest?.value == -3)
        #expect(try test.values(of: "other").first?.values == [0.1])
    }

    @Test func `all metrics can be withdrawn at once`() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        let lines = [
            JournalLine(
                runs: [
                    MeasurementRun(metric: "m", epoch: nil, step: 0, value: 1),
                    MeasurementRun(metric: "n", epoch: nil, firstStep: 1, values: [0.1, 0.2]),
                ], end: 9),
            JournalLine(Withdrawal(metric: nil, firstStep: 0), end: 19),
        ]
        try test.store.apply([test.started(trial), .journal(trial, attempt: 1, lines: lines, offset: 19)])
        #expect(try test.summary(of: trial, "m") == nil)
        #expect(try test.summary(of: trial, "n") == nil)
    }
}
