import Foundation
import ProgramMetrics
import Settings
import Testing

@Suite("Lines and tables of metrics")
struct MetricReaderTests {
    private func read(_ reader: some MetricReader, _ text: String) -> [ReportedValue] {
        var reader = reader
        return reader.take(Array(text.utf8)) + reader.finish()
    }

    private func fields(_ values: [ReportedValue]) -> [String] {
        values.map { value in
            let place = [value.step.map { "step \($0)" }, value.epoch.map { "epoch \($0)" }].compactMap(\.self)
            return (["\(value.metric) \(value.value)"] + place).joined(separator: ", ")
        }
    }

    @Test("numbers of a JSON line are metrics at its step and epoch; nested names are joined with dots")
    func jsonLine() {
        let line = #"{"step": 3, "epoch": 1, "dev_accuracy": 0.91, "a/b": 1e-5, "a": {"b.c": {"d": 2}}}"# + "\n"
        #expect(
            fields(read(ReportedLinesReader(), line)) == [
                "dev_accuracy 0.91, step 3, epoch 1", "a/b 1e-05, step 3, epoch 1", "a.b.c.d 2.0, step 3, epoch 1",
            ])
    }

    @Test("numbers are read as Python writes them; texts, null, lists and booleans are no metrics")
    func jsonValues() {
        let line =
            #"{"a": NaN, "b": Infinity, "c": -Infinity, "d": "0.5", "e": null, "f": [1, {"g": 2}], "h": true, "i": 1e400}"#
        #expect(fields(read(ReportedLinesReader(), line)) == ["a nan", "b inf", "c -inf", "i inf"])
    }

    @Test("a JSON line may say its time, and that its values stand for the whole")
    func jsonPlace() {
        let values = read(ReportedLinesReader(), #"{"_at": 1796065841.5, "_summary": true, "best \u00e9\n": 1}"#)
        #expect(values.first?.at == Date(timeIntervalSince1970: 1_796_065_841.5))
        #expect(values.first?.isSummary == true)
        #expect(values.first?.metric == "best é\n")
    }

    @Test("a torn JSON line waits for its end; damaged ones are skipped and counted")
    func damagedLines() {
        var reader = ReportedLinesReader()
        #expect(reader.take(Array(#"{"a": 1"#.utf8)).isEmpty)
        #expect(fields(reader.take(Array("}\n{\"a\": 2\n\n[1]\n{\"a\": 3}\nx".utf8))) == ["a 1.0", "a 3.0"])
        #expect(reader.damagedCount == 2)
        #expect(reader.finish().isEmpty)
        #expect(reader.damagedCount == 3)
    }

    @Test("a line without end is not kept")
    func endlessLine() {
        var reader = ReportedLinesReader()
        for _ in 0..<4 { #expect(reader.take([UInt8](repeating: 0x20, count: 1 << 20)).isEmpty) }
        #expect(fields(reader.take(Array("\n{\"a\": 3}\n".utf8))) == ["a 3.0"])
        #expect(reader.damagedCount == 1)
    }

    @Test("a step beyond what counts is none, and no number makes a reader trap")
    func extremeNumbers() {
        let line =
            #"{"step": 99999999999999999999, "epoch": -1, "a": 1}"# + "\n"
            + #"{"step": 1e300, "epoch": 0.94, "b": -1e999}"#
        #expect(fields(read(ReportedLinesReader(), line)) == ["a 1.0", "b -inf, epoch 1"])
    }

    @Test("a table's columns are metrics; cells that are empty or no number are none")
    func csv() {
        let lightning = "epoch,step,train_loss,val_loss\n0,49,0.5,\n0,99,,0.75\n1,149,nan,x\n"
        #expect(
            fields(read(CSVMetricsReader(), lightning)) == [
                "train_loss 0.5, step 49, epoch 0", "val_loss 0.75, step 99, epoch 0",
                "train_loss nan, step 149, epoch 1",
            ])
    }

    @Test("separators, quotation marks, a byte-order mark and carriage returns are told", arguments: [";", "\t", ","])
    func separators(_ separator: String) {
        let text = ["\u{FEFF}\"a \"\"b\"\"\"", "c\r\n1", "\"2\"\r\n"].joined(separator: separator)
        #expect(fields(read(CSVMetricsReader(), text)) == ["a \"b\" 1.0", "c 2.0"])
    }

    @Test("a header that comes again or is longer begins a new table; rows that do not fit are counted")
    func newHeader() {
        var reader = CSVMetricsReader()
        let text = "epoch,a\n1,2\nepoch,a\n2,3\nepoch,a,b\n3,4,5\n1,2\n"
        #expect(
            fields(reader.take(Array(text.utf8))) == [
                "a 2.0, epoch 1", "a 3.0, epoch 2", "a 4.0, epoch 3", "b 5.0, epoch 3",
            ])
        #expect(reader.damagedCount == 1)
    }

    @Test("a pattern's groups are metrics, but for step, epoch, and name with value")
    func patterns() throws {
        let reader = try PatternReader(patterns: [
            #"^E(?P<epoch>\d+) s(?<step>\d+) >> (?P<val_acc>[\d.]+)"#, #"<(?<name>[a-z]+)~(?<value>\S+?)>"#,
        ])
        #expect(
            fields(read(reader, "E3 s40 >> 0.91\nnothing\n\u{1b}[1m<f~0.5>\u{1b}[0m <g~nan> <h~x>\n")) == [
                "val_acc 0.91, step 40, epoch 3", "f 0.5, epoch 3", "g nan, epoch 3",
            ])
    }

    @Test(
        "a pattern that cannot be used says why",
        arguments: [("acc=(", "regular expression"), ("acc=([0-9])", "named group")])
    func badPattern(_ pattern: String, _ words: String) {
        let error = #expect(throws: SettingError.self) { try PatternReader(patterns: [pattern]) }
        #expect(error?.description.contains(words) == true)
        #expect(error?.description.contains("'metrics.pattern' is '\(pattern)'") == true)
    }
}
