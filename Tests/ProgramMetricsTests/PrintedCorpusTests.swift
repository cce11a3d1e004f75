import Foundation
import ProgramMetrics
import Testing

/// One shape of printed metrics.
struct PrintedCase: Sendable, CustomTestStringConvertible {
    let id: String
    let tier: Int
    let output: [UInt8]
    let expected: [String: [Double]]
    let epochs: [Double]?

    var testDescription: String { id }

    static let all: [PrintedCase] = {
        guard
            let file = Bundle.module.url(
                forResource: "printed-metrics", withExtension: "jsonl", subdirectory: "Examples"),
            let text = try? String(contentsOf: file, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").compactMap { PrintedCase(json: String($0)) }
    }()

    private init?(json: String) {
        // Python writes NaN and Infinity as they are, and bytes that are no UTF-8 as halves of surrogate pairs.
        let plain = json.replacing(/([\[ ])(-?)(NaN|Infinity)(?=[,\]])/) {
            "\($0.output.1)\"\($0.output.2)\($0.output.3)\""
        }
        guard let object = try? JSONSerialization.jsonObject(with: Data(plain.utf8)) as? [String: Any],
            let id = object["id"] as? String, let tier = object["tier"] as? Int,
            let output = object["output"] as? String,
            let expected = object["expect"] as? [String: [Any]]
        else { return nil }
        self.id = id
        self.tier = tier
        self.output = Array(output.utf8)
        self.expected = expected.mapValues { values in
            values.compactMap { value in
                (value as? String).flatMap { Double($0) } ?? (value as? NSNumber)?.doubleValue
            }
        }
        epochs = object["epochs"] as? [Double]
    }

    /// What the reader finds, by metric, when the output comes in pieces that end at `cuts`.
    func found(cuts: [Int] = []) -> [ReportedValue] {
        var reader = PrintedReader(metrics: expected.keys.sorted())
        var values: [ReportedValue] = []
        var start = 0
        for cut in cuts.sorted() + [output.count] {
            values += reader.take(output[start..<cut])
            start = cut
        }
        return values + reader.finish()
    }
}

@Suite("Shapes of printed metrics")
struct PrintedCorpusTests {
    @Test("each shape is read, with its epochs", arguments: PrintedCase.all)
    func shape(_ shape: PrintedCase) {
        let found = shape.found()
        for (metric, values) in shape.expected {
            let ofMetric = found.filter { $0.metric == metric }
            #expect(ofMetric.map(\.value.description) == values.map(\.description), "\(metric)")
            if let epochs = shape.epochs, epochs.count == values.count {
                #expect(ofMetric.map(\.epoch) == epochs.map { Int($0.rounded(.up)) }, "\(metric)")
            }
        }
    }

    @Test("of 23 shapes 13 are of tier 1, 8 of tier 2 and 2 of tier 3")
    func counts() {
        let tiers = Dictionary(grouping: PrintedCase.all, by: \.tier).mapValues(\.count)
        #expect(tiers == [1: 13, 2: 8, 3: 2])
    }

    @Test("where the output is cut changes nothing", arguments: PrintedCase.all)
    func chunks(_ shape: PrintedCase) {
        let whole = shape.found().map(Fields.init)
        #expect(shape.found(cuts: Array(0...shape.output.count)).map(Fields.init) == whole)
        for step in 2...9 {
            #expect(
                shape.found(cuts: Array(stride(from: 0, to: shape.output.count, by: step))).map(Fields.init) == whole)
        }
    }
}

/// A value that equals itself where it is not a number.
struct Fields: Hashable {
    let text: String

    init(_ value: ReportedValue) {
        text =
            "\(value.metric) \(value.value) \(value.step ?? -1) \(value.epoch ?? -1) \(value.doubt) \(value.isSummary)"
    }
}
