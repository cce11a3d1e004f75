import Foundation
import ProgramMetrics
import Testing

/// SplitMix64 (Steele, Lea and Flood, 2014).
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

@Suite("Any bytes")
struct FuzzTests {
    private static let pieces = [
        "epoch 3", "val_loss", "loss", ": ", "=", " ", "0.5", "1e400", "nan", "-inf", "\r", "\n", "\u{8}", "\u{1b}[A",
        "\u{1b}[2K",
        "\u{1b}[99999999999999999999A", "\u{1b}[3C", "\u{1b}[2D", "\u{1b}]0;x", "\u{7}", "\t", "{\"a\": ", "}", "[1",
        "]", "(", ")", "\"", "'", ",", "|", "%", "/10",
        "99999999999999999999", "step ", "tensor(", "\u{0}", "│", "：", "1,234.5", "->", "train", "val", ":\n  ", "-- ",
        "epoch,loss\n", "1,2\n", "1;2", "\\u12", "NaN", "é", "[", "Namespace(",
    ]

    private static func readers() -> [any MetricReader] {
        let pattern = try? PatternReader(patterns: [#"loss[=:] ?(?<loss>\S+)"#])
        let readers: [(any MetricReader)?] = [
            PrintedReader(metrics: ["loss", "val_loss", "mAP@0.5:0.95", "acc (%)", "%", ""]), pattern,
            ReportedLinesReader(),
            CSVMetricsReader(), TensorBoardReader(),
        ]
        return readers.compactMap(\.self)
    }

    private static func text(seed: UInt64) -> [UInt8] {
        var dice = Dice(state: seed)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...400, using: &dice) {
            if Int.random(in: 0..<8, using: &dice) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &dice))
            } else {
                bytes += Array((pieces.randomElement(using: &dice) ?? "").utf8)
            }
        }
        return bytes
    }

    @Test("no bytes make a reader trap, and where they are cut changes nothing", arguments: 0..<8)
    func anyBytes(part: Int) {
        for seed in UInt64(part * 60)..<UInt64(part * 60 + 60) {
            let bytes = Self.text(seed: seed)
            for (whole, pieces) in zip(Self.readers(), Self.readers()) {
                var (whole, pieces) = (whole, pieces)
                let expected = whole.take(bytes) + whole.finish()
                var dice = Dice(state: seed &* 31)
                var found: [ReportedValue] = []
                var start = 0
                while start < bytes.count {
                    let end = min(bytes.count, start + Int.random(in: 1...20, using: &dice))
                    found += pieces.take(bytes[start..<end])
                    start = end
                }
                found += pieces.finish()
                #expect(found.map(Fields.init) == expected.map(Fields.init), "seed \(seed), \(type(of: whole))")
                #expect(pieces.damagedCount == whole.damagedCount, "seed \(seed), \(type(of: whole))")
            }
        }
    }

    @Test("a damaged event file never traps, and what is found does not depend on the cuts", arguments: 0..<4)
    func damagedEvents(part: Int) throws {
        let file = try #require(
            Bundle.module.url(forResource: "events.out.tfevents", withExtension: "example", subdirectory: "Examples"))
        let example = Array(try Data(contentsOf: file))
        for seed in UInt64(part * 25)..<UInt64(part * 25 + 25) {
            var dice = Dice(state: seed)
            var bytes = example
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
            }
            var (whole, pieces) = (TensorBoardReader(), TensorBoardReader())
            let expected = whole.take(bytes)
            let found = stride(from: 0, to: bytes.count, by: 97).flatMap {
                pieces.take(bytes[$0..<min($0 + 97, bytes.count)])
            }
            #expect(found.map(Fields.init) == expected.map(Fields.init), "seed \(seed)")
        }
    }
}
