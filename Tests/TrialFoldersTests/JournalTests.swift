import Foundation
import Randomness
import Sweeps
import TemporaryFolders
import Testing

@testable import TrialFolders

@Suite struct JournalTests {
    static let entries: [JournalEntry] = [
        .begun(fromAttempt: 0, journalPosition: 0),
        .begun(fromAttempt: 3, journalPosition: 12_345),
        .computed(with: Machine(processor: "A \"B\" C, 512-bit vectors", kernels: "OpenBLAS 0.3.21 Zen")),
        .measured(
            [
                MeasurementRun(
                    metric: "batch_loss", epoch: 2, firstStep: 11,
                    values: [0.1, 1.0 / 3, .leastNonzeroMagnitude, -1e300, 7])
            ], at: nil),
        .measured([MeasurementRun(metric: "loss \"quoted\"\n", epoch: 1, step: 1, value: .infinity)], at: nil),
        .measured([MeasurementRun(metric: "none", epoch: 1, firstStep: 1, values: [])], at: nil),
        .measured(
            [
                MeasurementRun(
                    metric: "batch_loss", epoch: 2, firstStep: 11, values: [0.5, -0.0, .infinity, 1e-45, -3.25])
            ],
            at: Date(milliseconds: 1_796_065_841_423)),
        .measured(
            [MeasurementRun(metric: "lr", epoch: nil, firstStep: 11, values: [0.1, 1.0 / 3, -1e300])],
            at: Date(milliseconds: 1_796_065_841_423)),
        .measured(
            [
                MeasurementRun(metric: "a \"quoted\"\n", epoch: 3, step: 12, value: 0.1),
                MeasurementRun(metric: "b", epoch: 3, step: 12, value: -.infinity),
            ], at: Date(milliseconds: 0)),
        .measured([MeasurementRun(metric: "b", epoch: nil, step: 1, value: -1e300)], at: Date(milliseconds: 7)),
        .withdrawn(Withdrawal(metric: "a \"quoted\"\n", firstStep: 12)),
        .withdrawn(Withdrawal(metric: nil, firstStep: 0)),
        .used(ResourceUsage(peakMemory: 123_456_789, processorSeconds: 1.25)),
        .ended(.finished), .ended(.diverged(step: 17)),
        .ended(.diverged(step: 5, value: AttemptEnd.WildValue(metric: "dev_loss", epoch: 1))),
        .ended(.failed(message: "no such file: 'a b'\nline 2")),
        .ended(.timedOut), .ended(.cancelled), .ended(.pruned), .ended(.interrupted(.askedToStop)),
    ]

    @Test("every entry reads back to the same bits", arguments: entries)
    func readsBack(entry: JournalEntry) {
        #expect(JournalEntry(line: Data(entry.line.utf8.dropLast())) == entry)
    }

    @Test("a divergence that an older version wrote, which did not say of what, is read")
    func oldDivergence() {
        #expect(JournalEntry(line: Data(#"{"ended":"diverged","step":17}"#.utf8)) == .ended(.diverged(step: 17)))
    }

    @Test("what is no number reads back as such", arguments: [nil, Date(milliseconds: 1)])
    func notANumber(time: Date?) throws {
        let run = MeasurementRun(metric: "m", epoch: 1, firstStep: 1, values: [.nan, -.infinity, -0.0])
        let values = try #require(Self.readBack([run], at: time).first?.values)
        #expect(values[0].isNaN && values[1] == -.infinity)
        #expect(values[2].bitPattern == (-0.0).bitPattern)
        let single = MeasurementRun(metric: "m", epoch: 1, step: 1, value: .nan)
        #expect(Self.readBack([single], at: time).first?.values.first?.isNaN == true)
    }

    /// What a line reads back as that says `runs`; empty if it is damaged.
    private static func readBack(_ runs: [MeasurementRun], at time: Date?) -> [MeasurementRun] {
        let line = JournalEntry.measured(runs, at: time).line
        guard case .measured(let read, time) = JournalEntry(line: Data(line.utf8.dropLast())) else { return [] }
        return read
    }

    @Test("lines have the forms that are written down")
    func forms() {
        let time = Date(milliseconds: 1_796_065_841_423)
        let runs = [
            MeasurementRun(metric: "batch_loss", epoch: 1, firstStep: 1, values: [1, 0.5]),
            MeasurementRun(metric: "dev_loss", epoch: 1, step: 2, value: 0.25),
            MeasurementRun(metric: "lr", epoch: 1, firstStep: 1, values: [0.1, 0.2]),
            MeasurementRun(metric: "dev_accuracy", epoch: 1, step: 2, value: 0.1),
            MeasurementRun(metric: "loss", epoch: nil, step: 3, value: .nan),
            MeasurementRun(metric: "nothing", epoch: 1, firstStep: 1, values: []),
        ]
        #expect(
            JournalEntry.lines(of: runs, at: time).map(\.line) == [
                #"{"at":1796065841423,"step":1,"epoch":1,"metric":"batch_loss","float32":"AACAPwAAAD8="}"# + "\n",
                #"{"at":1796065841423,"step":2,"epoch":1,"values":{"dev_accuracy":0.1,"dev_loss":0.25}}"# + "\n",
                #"{"at":1796065841423,"step":1,"epoch":1,"metric":"lr","float64":"mpmZmZmZuT+amZmZmZnJPw=="}"# + "\n",
                #"{"at":1796065841423,"step":3,"values":{"loss":"nan"}}"# + "\n",
            ])
    }

    @Test("a value said twice at one step stands on two lines")
    func saidTwice() {
        let run = MeasurementRun(metric: "loss", epoch: 1, step: 1, value: 1)
        #expect(JournalEntry.lines(of: [run, run], at: Date()).count == 2)
    }

    @Test(
        "damaged lines are recognized",
        arguments: [
            "", "{", "[]", "{}", #"{"metric":"m","epoch":1}"#, #"{"ended":"so so"}"#, "\u{0}",
            #"{"metric":"m","epoch":1,"step":1,"values":[0.5"#, #"{"metric":"m","epoch":1,"step":1,"values":[.5]}"#,
            #"{"metric":"m","epoch":1,"step":1,"values":[1e999]}"#,
            #"{"metric":"m","epoch":1,"step":1,"values":[0x1]}"#,
            #"{"metric":"m","epoch":1,"step":1,"values":[1,]}"#, #"{"metric":"m","epoch":1,"step":1,"values":["so"]}"#,
            #"{"metric":"m","epoch":1,"step":1,"values":[1 2]}"#, #"{"metric":"m","epoch":1,"step":1,"values":[1]}}"#,
            #"{"metric":"m","epoch":99999999999999999999,"step":1,"values":[1]}"#,
            #"{"metric":"m","epoch":1,"step":9223372036854775807,"values":[1,2]}"#,
            #"{"metric":"m","epoch":9223372036854775807,"step":1,"values":[1]}"#,
            #"{"metric":"m","epoch":1,"step":-1,"values":[1]}"#,
            #"{"at":1,"step":1,"values":{}}"#, #"{"at":1,"step":1,"values":{"m":[1]}}"#,
            #"{"at":1,"step":1,"values":{"m":1}"#, #"{"at":1,"step":-1,"values":{"m":1}}"#,
            #"{"at":-1,"step":1,"values":{"m":1}}"#, #"{"at":1,"values":{"m":1}}"#,
            #"{"at":1,"step":1,"epoch":null,"values":{"m":1}}"#,
            #"{"at":1,"step":1,"metric":"m","float32":"AACAPwAAAA=="}"#,
            #"{"at":1,"step":1,"metric":"m","float32":"AACAP"}"#,
            #"{"at":1,"step":1,"metric":"m","float64":"AACAPw=="}"#, #"{"at":1,"step":1,"metric":"m","float32":"?"}"#,
            #"{"begun":{"from_attempt":-1,"journal":0}}"#, #"{"begun":{"from_attempt":0,"journal":-1}}"#,
            #"{"used":{"peak_memory":9223372036854775807,"cpu_seconds":1}}"#,
            #"{"used":{"peak_memory":1,"cpu_seconds":1e300}}"#,
            #"{"computed_with":{"processor":"x"}}"#, #"{"computed_with":{"processor":"x","kernels":1}}"#,
        ])
    func damaged(line: String) {
        #expect(JournalEntry(line: Data(line.utf8)) == nil)
    }

    @Test("lines of another writer's, with other spaces and another order, are read too")
    func otherForm() {
        let line = #"{ "values": [1, 2.5, "inf"], "step": 3, "epoch": 2, "metric": "m" }"#
        let run = MeasurementRun(metric: "m", epoch: 2, firstStep: 3, values: [1, 2.5, .infinity])
        #expect(JournalEntry(line: Data(line.utf8)) == .measured([run], at: nil))
        let values = #"{ "values": {"b": 2, "a": 1}, "step": 3, "at": 5 }"#
        let runs = [("a", 1.0), ("b", 2)].map { MeasurementRun(metric: $0, epoch: nil, step: 3, value: $1) }
        #expect(JournalEntry(line: Data(values.utf8)) == .measured(runs, at: Date(milliseconds: 5)))
    }

    @Test("ten thousand numbers of all sizes read back to the same bits", arguments: [nil, Date(milliseconds: 1)])
    func numbers(time: Date?) {
        var random = RandomStream(seed: 1, .search)
        let values = (0..<10_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
        let floats = (0..<10_000).map { _ in Double(Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))) }
        for values in [values, floats.filter(\.isFinite)] {
            let run = MeasurementRun(metric: "m", epoch: 1, firstStep: 1, values: values)
            #expect(
                Self.readBack([run], at: time).first?.values.map(\.bitPattern) == values.map(\.bitPattern))
        }
    }

    @Test("a line longer than what is read at once is read whole")
    func longLine() throws {
        try withTemporaryFolder { folder in
            let run = MeasurementRun(
                metric: "m", epoch: 1, firstStep: 1, values: (0..<60_000).map { 1 / Double($0 + 1) })
            var writer = try JournalWriter(path: folder + "/journal.jsonl")
            try writer.append(.measured([run], at: nil))
            try writer.append(.ended(.finished))
            let length = try writer.sync()
            var reader = JournalReader(path: folder + "/journal.jsonl")
            #expect(try reader.readNewLines().map(\.entry) == [.measured([run], at: nil), .ended(.finished)])
            #expect(length > 1 << 20 && reader.position == length)
        }
    }

    @Test("a journal cut at any byte gives its whole lines, and the rest once it is there")
    func cutAnywhere() throws {
        try withTemporaryFolder { folder in
            let whole = Data(Self.entries.map(\.line).joined().utf8)
            let path = folder + "/journal.jsonl"
            for cut in 0...whole.count {
                try whole.prefix(cut).write(to: URL(fileURLWithPath: path))
                var reader = JournalReader(path: path)
                var lines = try reader.readNewLines()
                #expect(reader.position == (whole.prefix(cut).lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)
                try whole.write(to: URL(fileURLWithPath: path))
                lines += try reader.readNewLines()
                #expect(lines.map(\.entry) == Self.entries)
                #expect(lines.last?.end == whole.count)
                #expect(try reader.readNewLines().isEmpty)
            }
        }
    }

    @Test("what the writer appends the reader follows, and the synced length is the file's")
    func writesAndFollows() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/journal.jsonl"
            var reader = JournalReader(path: path)
            #expect(try reader.readNewLines().isEmpty)
            var writer = try JournalWriter(path: path)
            for entry in Self.entries { try writer.append(entry) }
            let length = try writer.sync()
            #expect(try reader.readNewLines().map(\.entry) == Self.entries)
            #expect(reader.position == length)
            let error = #expect(throws: FileError.self) { _ = try JournalWriter(path: path) }
            #expect(error?.description == "\(path): cannot create it: File exists.")
        }
    }
}
