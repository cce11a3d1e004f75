import Foundation
import ProgramMetrics
import Sweeps
import Testing

@Suite("Metrics of an attempt")
struct MetricCollectorTests {
    private let folder = MetricFolder()

    private func collector(
        _ metrics: [String] = ["val_acc"], isLaterAttempt: Bool = false, earlierCounts: [String: Int] = [:],
        _ change: (inout ReportedMetrics) -> Void = { _ in }
    ) throws -> MetricCollector {
        var settings = ReportedMetrics()
        change(&settings)
        return try MetricCollector(
            metrics: metrics, settings: settings, trialFolder: folder.path,
            reportedFile: folder.path + "/metrics.jsonl",
            wandbFile: folder.path + "/wandb.jsonl", isLaterAttempt: isLaterAttempt, earlierCounts: earlierCounts)
    }

    /// Findings in short: `val_acc 1 [0.5, 0.6] e2`, `-val_acc` where it is withdrawn.
    private func words(_ findings: [Finding]) -> [String] {
        findings.flatMap { finding -> [String] in
            switch finding {
            case .withdrawn(let metric): ["-" + metric]
            case .values(let runs, _):
                runs.map { "\($0.metric) \($0.firstStep) \($0.values)" + ($0.epoch.map { " e\($0)" } ?? "") }
            }
        }
    }

    private func print(_ text: String, into collector: inout MetricCollector) {
        Array(text.utf8).withUnsafeBytes { collector.take(printed: $0) }
    }

    @Test("values without a step are counted from 1, in runs")
    func counted() throws {
        var collector = try collector()
        print("val_acc: 0.5\nval_acc: 0.6\nval_acc: nan", into: &collector)
        #expect(words(collector.poll()) == ["val_acc 1 [0.5, 0.6]"])
        #expect(words(collector.poll()) == [])
        #expect(words(collector.finish()) == ["val_acc 3 [nan]"])
        let record = try #require(collector.table.first)
        #expect((record.metric, record.source.rawValue, record.count) == ("val_acc", "printed", 3))
        #expect((record.firstStep, record.lastStep) == (1, 3))
        #expect(record.last.isNaN)
    }

    @Test("counting goes on where an earlier attempt has left values")
    func earlierAttempt() throws {
        var collector = try collector(earlierCounts: ["val_acc": 7])
        print("val_acc: 0.5\n", into: &collector)
        #expect(words(collector.poll()) == ["val_acc 8 [0.5]"])
    }

    @Test("printed steps that begin anew with each epoch go on after the last one")
    func printedSteps() throws {
        var collector = try collector(["loss"])
        print("step 10: loss 3\nstep 20: loss 2\nstep 10: loss 1\n", into: &collector)
        #expect(words(collector.poll()) == ["loss 10 [3.0]", "loss 20 [2.0, 1.0]"])
    }

    @Test("the most trusted source that gives a metric counts; what others gave is withdrawn")
    func trust() throws {
        var collector = try collector { $0.csvFiles = ["log.csv"] }
        print("val_acc: 0.1\n", into: &collector)
        #expect(words(collector.poll()) == ["val_acc 1 [0.1]"])
        try folder.append("step,val_acc,f1\n5,0.2,1\n", to: "log.csv")
        #expect(words(collector.poll()) == ["-val_acc", "val_acc 5 [0.2]", "f1 5 [1.0]"])
        print("val_acc: 0.3\n", into: &collector)
        #expect(words(collector.poll()) == [])
        try folder.append(#"{"val_acc": 0.4, "step": 6}"# + "\n", to: "wandb.jsonl")
        #expect(words(collector.poll()) == ["-val_acc", "val_acc 6 [0.4]"])
        try folder.append(#"{"val_acc": 0.5}"# + "\n", to: "metrics.jsonl")
        try folder.append("7,0.6,2\n", to: "log.csv")
        #expect(words(collector.finish()) == ["-val_acc", "val_acc 1 [0.5]", "f1 7 [2.0]"])
        #expect(collector.table.map { "\($0.metric) \($0.source)" } == ["f1 files", "val_acc reported"])
    }

    @Test("the file's order of sources is the order of trust, and what it leaves out is not read")
    func order() throws {
        try folder.append(#"{"val_acc": 0.4}"# + "\n", to: "metrics.jsonl")
        var printedFirst = try collector { $0.sources = [.printed, .reported] }
        #expect(words(printedFirst.poll()) == ["val_acc 1 [0.4]"])
        print("val_acc: 0.3\n", into: &printedFirst)
        #expect(words(printedFirst.poll()) == ["-val_acc", "val_acc 1 [0.3]"])
        var filesAlone = try collector { $0.sources = [.files] }
        print("val_acc: 0.3\n", into: &filesAlone)
        #expect(words(filesAlone.finish()) == [])
    }

    @Test("a person's pattern is trusted more than what is recognized")
    func pattern() throws {
        var collector = try collector { $0.patterns = [#"score (?<val_acc>[\d.]+)"#] }
        print("val_acc: 0.1\n", into: &collector)
        print("score 0.7\n", into: &collector)
        #expect(words(collector.finish()) == ["-val_acc", "val_acc 1 [0.7]"])
    }

    @Test("a metric that a heading tells gives way to one that is named")
    func doubt() throws {
        var collector = try collector(["loss"])
        print("Train: loss 2\n", into: &collector)
        #expect(words(collector.poll()) == ["loss 1 [2.0]"])
        print("loss: 1\nTrain: loss 3\n", into: &collector)
        #expect(words(collector.poll()) == ["-loss", "loss 1 [1.0]"])
    }

    @Test("metrics that the file ignores are not kept; a star stands for any text")
    func ignored() throws {
        var collector = try collector { $0.ignored = ["time", "*/s*n", "gpu*"] }
        try folder.append(
            #"{"time": 1, "a/son": 2, "a/b/sn": 3, "a/sons": 4, "gpu": 5, "xgpu": 6}"# + "\n", to: "metrics.jsonl")
        #expect(words(collector.finish()) == ["a/sons 1 [4.0]", "xgpu 1 [6.0]"])
    }

    @Test("a summary gets the last step, unless it says what the last value said")
    func summaries() throws {
        var collector = try collector()
        let lines = [
            #"{"step": 4, "loss": 2}"#, #"{"step": 5, "loss": 1, "acc": 3}"#,
            #"{"_summary": true, "loss": 1, "acc": 4, "best": 0.9}"#,
        ]
        try folder.append(lines.joined(separator: "\n") + "\n", to: "wandb.jsonl")
        #expect(words(collector.poll()) == ["loss 4 [2.0, 1.0]", "acc 5 [3.0]"])
        #expect(words(collector.finish()) == ["acc 5 [4.0]", "best 5 [0.9]"])
    }

    @Test("a file that is written anew withdraws what was read of it")
    func writtenAnew() throws {
        var collector = try collector { $0.csvFiles = ["log.csv"] }
        try folder.append("val_acc,x\n1,2\n3,4\n", to: "log.csv")
        #expect(words(collector.poll()) == ["val_acc 1 [1.0, 3.0]", "x 1 [2.0, 4.0]"])
        try folder.rewrite("val_acc,y\n5,6\n", in: "log.csv")
        _ = collector.poll()
        var findings = collector.poll()
        findings += collector.finish()
        #expect(words(findings) == ["val_acc 1 [5.0]", "y 1 [6.0]"])
        #expect(collector.table.map(\.metric) == ["val_acc", "y"])
    }

    @Test("what files held before a later attempt is not read again, but their headers are")
    func laterAttempt() throws {
        try folder.append("epoch,val_acc\n1,0.1\n", to: "log.csv")
        var collector = try collector(isLaterAttempt: true) { $0.csvFiles = ["log.csv"] }
        try folder.append("2,0.2\n", to: "log.csv")
        #expect(words(collector.finish()) == ["val_acc 1 [0.2] e2"])
    }

    @Test("TensorBoard's tags are metrics, after their folder's name where it tells the part of the data")
    func tensorBoard() throws {
        let example = try #require(
            Bundle.module.url(forResource: "events.out.tfevents", withExtension: "example", subdirectory: "Examples"))
        let bytes = Array(try Data(contentsOf: example))
        var collector = try collector()
        for place in ["logs/run", "logs/validation"] { try folder.write(bytes, to: place + "/events.out.tfevents.1") }
        let findings = collector.finish()
        let names = collector.table.map(\.metric)
        #expect(names.contains("val/acc") && names.contains("validation/epoch_loss") && names.contains("epoch_loss"))
        guard case .values(let runs, let time)? = findings.first else { return #expect(Bool(false)) }
        #expect(runs.first?.metric == "val/acc")
        #expect(time == Date(timeIntervalSince1970: 1_796_065_842))
        #expect(collector.damage.isEmpty)
    }

    @Test("large files are read in pieces, poll by poll")
    func pieces() throws {
        try folder.append((1...1000).map { "{\"a\": \($0)}\n" }.joined(), to: "metrics.jsonl")
        var collector = try collector()
        var values: [Double] = []
        repeat {
            for case .values(let runs, _) in collector.poll(limit: 100) { values += runs.flatMap(\.values) }
        } while collector.isBehind
        #expect(values == (1...1000).map(Double.init))
    }

    @Test(
        "of the names that came the one that was likely meant is told",
        arguments: [
            ("val_acc", ["loss", "validation/accuracy", "acc"], "validation/accuracy"),
            ("val_accuracy", ["val_acc", "val_loss"], "val_acc"),
            ("val_loss", ["train_loss", "eval/loss"], "eval/loss"),
            ("accuracy", ["loss", "test_accuracy"], "test_accuracy"), ("val_los", ["val_loss", "lr"], "val_loss"),
            ("val/f1", ["val/f1_macro", "lr"], "val/f1_macro"), ("reward", ["loss", "lr"], nil), ("x", [], nil),
        ] as [(String, [String], String?)])
    func likelyMeant(_ objective: String, _ names: [String], _ meant: String?) {
        #expect(MetricCollector.likelyMeant(objective: objective, among: names) == meant)
    }
}
