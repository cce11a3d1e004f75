import Foundation
import Randomness
import ResultsStore
import Settings
import Sweeps
import Testing
import TrialFolders

@Suite("Measurements in the store")
struct StoreMeasurementTests {
    static let awkward: [Double] = [
        0.1, -0.0, 0, 1, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e-5,
        123_456_789.123_456_78,
        0.30000000000000004, -2.2250738585072014e-308, 1e22, 0x1p53,
    ]

    @Test("values come back to the last bit, as single values and as runs", arguments: [true, false])
    func exact(asRun: Bool) throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        let values = Self.awkward
        let runs =
            asRun
            ? [MeasurementRun(metric: "m", epoch: 1, firstStep: 1, values: values)]
            : values.enumerated().map { MeasurementRun(metric: "m", epoch: 1, step: $0.offset + 1, value: $0.element) }
        try test.store.apply([
            test.started(trial), .journal(trial, attempt: 1, lines: [JournalLine(runs: runs, end: 9)], offset: 9),
        ])
        let series = try #require(try test.values(of: "m").first)
        #expect(series.values.map(\.bitPattern) == values.map(\.bitPattern))
        #expect(series.steps == Array(1...values.count))
        #expect(series.epochs == Array(repeating: 1, count: values.count))
        let summary = try #require(try test.summary(of: trial, "m"))
        #expect(summary.count == values.count)
        #expect(summary.smallest?.value == -2.2250738585072014e-308)
        #expect(summary.largest?.value == .greatestFiniteMagnitude)
        #expect(summary.firstNonFinite?.step == 5)
        #expect(summary.last.value == 0x1p53)
    }

    @Test("runs and single values of one metric come in the order of steps")
    func mixed() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        let runs = [
            MeasurementRun(metric: "m", epoch: 2, firstStep: 4, values: [4, 5]),
            MeasurementRun(metric: "m", epoch: 1, firstStep: 1, values: [1, 2]),
            MeasurementRun(metric: "m", epoch: 1, step: 3, value: 3),
        ]
        try test.store.apply([
            test.started(trial), .journal(trial, attempt: 1, lines: [JournalLine(runs: runs, end: 9)], offset: 9),
        ])
        #expect(try test.values(of: "m").first?.values == [1, 2, 3, 4, 5])
        #expect(try test.summary(of: trial, "m")?.last == MetricPoint(epoch: 2, step: 5, value: 5))
    }

    @Test("a value said twice counts once, as it was said last")
    func twice() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        try test.store.apply([
            test.started(trial),
            .journal(trial, attempt: 1, lines: [line(1, 9, end: 5), line(1, 2, end: 10)], offset: 10),
        ])
        #expect(try test.values(of: "loss").first?.values == [2])
        #expect(try test.summary(of: trial, "loss")?.largest?.value == 2)
        #expect(try test.summary(of: trial, "loss")?.count == 1)
    }

    @Test("an attempt that starts afresh drops all that earlier ones measured")
    func afresh() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        try test.store.apply([
            test.started(trial), .journal(trial, attempt: 1, lines: [line(1, 9, end: 5)], offset: 5),
            test.started(trial, 2), .resumed(trial, attempt: 2, from: nil),
        ])
        #expect(try test.values(of: "loss").isEmpty)
        #expect(try test.summary(of: trial, "loss") == nil)
    }

    @Test("what a zombie measures after its successor went on does not count")
    func zombie() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        try test.store.apply([
            test.started(trial), .journal(trial, attempt: 1, lines: [line(1, 9, end: 5)], offset: 5),
            test.started(trial, 2), .resumed(trial, attempt: 2, from: JournalPosition(attempt: 1, offset: 5)),
            .journal(trial, attempt: 1, lines: [line(2, 8, end: 10)], offset: 10),
            .attemptEnded(trial, attempt: 1, .finished, at: test.time),
        ])
        #expect(try test.values(of: "loss").first?.values == [9])
        let record = try #require(try test.store.trials(of: test.sweepRecord().id).first)
        #expect(record.state == .running)
    }

    @Test("a third attempt may go on from the first beyond where the second did, and reads that journal again")
    func goesOnFromTheFirst() throws {
        let test = try TestStore()
        let trial = try test.register()[0].id
        try test.store.apply([
            test.started(trial),
            .journal(trial, attempt: 1, lines: [line(1, 9, end: 5), line(2, 8, end: 10)], offset: 10),
            test.started(trial, 2), .resumed(trial, attempt: 2, from: JournalPosition(attempt: 1, offset: 5)),
            .journal(trial, attempt: 2, lines: [line(2, 7, end: 5)], offset: 5),
            test.started(trial, 3), .resumed(trial, attempt: 3, from: JournalPosition(attempt: 1, offset: 10)),
        ])
        #expect(try test.values(of: "loss").first?.values == [9])
        let first = try #require(try test.store.attempts(of: test.sweepRecord().id).first)
        #expect(first.journalOffset == 5)
        try test.store.apply([
            .journal(
                trial, attempt: 1, lines: [line(1, 9, end: 5), line(2, 8, end: 10), line(3, 1, end: 15)], offset: 15)
        ])
        #expect(try test.values(of: "loss").first?.values == [9, 8])
        #expect(try test.summary(of: trial, "loss")?.count == 2)
    }

    @Test("the view 'measurements' shows every value, one a row")
    func view() throws {
        let test = try TestStore()
        let trial = try test.register()[0]
        let runs = [
            MeasurementRun(metric: "batch_loss", epoch: 1, firstStep: 1, values: [0.5, .nan, .infinity]),
            MeasurementRun(metric: "loss", epoch: 1, step: 3, value: 0.25),
        ]
        try test.store.apply([
            test.started(trial.id),
            .journal(trial.id, attempt: 1, lines: [JournalLine(runs: runs, end: 9)], offset: 9),
        ])
        let result = try test.store.readOnlyQuery(
            "SELECT * FROM measurements WHERE sweep = 'digits' ORDER BY metric, step")
        #expect(result.columns == ["sweep", "trial", "metric", "epoch", "step", "value"])
        #expect(
            result.rows.map { Array($0.dropFirst(2)) } == [
                [.string("batch_loss"), .int(1), .int(1), .double(0.5)],
                [.string("batch_loss"), .int(1), .int(2), .null],
                [.string("batch_loss"), .int(1), .int(3), .double(.infinity)],
                [.string("loss"), .int(1), .int(3), .double(0.25)],
            ])
        #expect(result.rows.allSatisfy { $0[1] == .string(trial.shortName) })
    }

    @Test("runs of values are taken apart in SQL alone to the same bits as here", arguments: [true, false])
    func viewOfRuns(ofFloats: Bool) throws {
        let test = try TestStore()
        let record = try test.register()[0]
        var random = RandomStream(seed: 3, .search)
        var values = [0, -0.0, 1, -1.5, .infinity, -.infinity, .nan]
        if ofFloats {
            values += [Double(Float.leastNonzeroMagnitude), Double(-Float.greatestFiniteMagnitude), 1e-40].map {
                Double(Float($0))
            }
            values += (0..<500).map { _ in Double(Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))) }
        } else {
            values += [
                .leastNonzeroMagnitude, .greatestFiniteMagnitude, -.leastNormalMagnitude, 0.1,
                .leastNormalMagnitude / 8,
            ]
            values += (0..<500).map { _ in Double(bitPattern: random.next()) }
        }
        values = values.map { $0.isNaN ? .nan : $0 }
        let run = MeasurementRun(metric: "m", epoch: nil, firstStep: 4, values: values)
        try test.store.apply([
            test.started(record.id),
            .journal(record.id, attempt: 1, lines: [JournalLine(runs: [run], end: 5)], offset: 5),
        ])
        let rows = try test.store.readOnlyQuery("SELECT step, epoch, value FROM measurements ORDER BY step").rows
        #expect(rows.count == values.count)
        for (index, (row, value)) in zip(rows, values).enumerated() {
            #expect(row[0] == .int(4 + index) && row[1] == .null)
            // SQLite has no number that is none.
            let read: Double? = if case .double(let number) = row[2] { number } else { nil }
            #expect(read?.bitPattern == (value.isNaN ? nil : value.bitPattern))
        }
        let series = try #require(try test.values(of: "m").first)
        #expect(series.values.map(\.bitPattern) == values.map(\.bitPattern))
        #expect(series.epochs == values.map { _ in nil })
    }

    @Test("values of one line keep their time, and the journal reads back as it was written")
    func times() throws {
        let test = try TestStore()
        let record = try test.register()[0]
        let time = Date(timeIntervalSince1970: 1_796_065_841.423)
        let lines = [
            JournalLine(
                runs: ["b", "á", "Z"].sorted().map {
                    MeasurementRun(metric: $0, epoch: nil, step: 3, value: 1)
                },
                at: time, end: 40),
            JournalLine(
                runs: [MeasurementRun(metric: "r", epoch: 2, firstStep: 4, values: [1, 2.5])], at: time, end: 80),
            JournalLine(runs: [MeasurementRun(metric: "old", epoch: 1, step: 1, value: 2)], end: 99),
        ]
        try test.store.apply([
            test.started(record.id), .journal(record.id, attempt: 1, lines: lines, offset: 99),
        ])
        #expect(try test.store.journalLines(of: record.id, attempt: 1) == lines)
    }
}
