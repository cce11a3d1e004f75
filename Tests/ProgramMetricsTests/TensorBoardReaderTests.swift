import Foundation
import ProgramMetrics
import Testing

@Suite("TensorBoard's event files")
struct TensorBoardReaderTests {
    private let example: [UInt8]

    init() throws {
        let file = try #require(
            Bundle.module.url(
                forResource: "events.out.tfevents", withExtension: "example", subdirectory: "Examples"))
        example = Array(try Data(contentsOf: file))
    }

    @Test("scalars come back to the same bits, as floats and as tensors, and nothing else does")
    func scalars() {
        var reader = TensorBoardReader()
        let values = reader.take(example) + reader.finish()
        let accuracies = values.filter { $0.metric == "val/acc" }
        #expect(accuracies.map(\.value) == (1...5).map { Double(Float(0.1 * Double($0))) })
        #expect(accuracies.map(\.step) == [1, 2, 3, 4, 5])
        #expect(accuracies.first?.at == Date(timeIntervalSince1970: 1_796_065_842.25))
        #expect(values.first { $0.metric == "loss" }?.value.isNaN == true)
        #expect(
            values.filter { $0.metric == "epoch_loss" }.map(\.value) == [3, 4, 5].map { Double(Float(1) / Float($0)) })
        #expect(values.filter { $0.metric == "epoch_loss" }.map(\.step) == [0, 1, 2])
        #expect(values.first { $0.metric == "double" }?.value == 0.1)
        #expect(values.first { $0.metric == "half" }?.value == 0.0999755859375)
        #expect(values.first { $0.metric == "bfloat16" }?.value == 0.099609375)
        #expect(values.first { $0.metric == "whole" }?.value == -7)
        #expect(values.first { $0.metric == "whole" }?.step == 1 << 40)
        #expect(Set(values.map(\.metric)) == ["val/acc", "loss", "epoch_loss", "double", "half", "bfloat16", "whole"])
        #expect(reader.damagedCount == 0)
    }

    @Test("a torn record waits for its end, and is counted where none comes")
    func tornRecord() {
        var reader = TensorBoardReader()
        var values = reader.take(example.dropLast(3))
        #expect(!values.contains { $0.metric == "whole" })
        values = reader.take(example.suffix(3))
        #expect(values.map(\.metric) == ["whole"])
        var torn = TensorBoardReader()
        _ = torn.take(example.dropLast(3)) + torn.finish()
        #expect(torn.damagedCount == 1)
    }

    @Test("a damaged record is skipped and counted, whether its length or its content is damaged", arguments: [0, 40])
    func damage(offset: Int) throws {
        var whole = TensorBoardReader()
        let all = whole.take(example)
        // The first scalar's record comes after that of the file's version.
        let first = Int(example[0]) + 16
        var damaged = example
        damaged[first + offset] ^= 0x10
        var reader = TensorBoardReader()
        let values = reader.take(damaged)
        #expect(values.map(Fields.init) == all.dropFirst().map(Fields.init))
        #expect(reader.damagedCount == 1)
    }

    @Test("where the bytes are cut changes nothing", arguments: [1, 2, 3, 7, 13, 100])
    func chunks(size: Int) {
        var whole = TensorBoardReader()
        var pieces = TensorBoardReader()
        let values = stride(from: 0, to: example.count, by: size).flatMap {
            pieces.take(example[$0..<min($0 + size, example.count)])
        }
        #expect(values.map(Fields.init) == whole.take(example).map(Fields.init))
    }
}
