import Randomness
import Testing

@testable import Datasets

struct CellNumberTests {
    private static func number(_ text: String) -> CellNumber {
        Array(text.utf8).withUnsafeBufferPointer { CellNumber($0) }
    }

    @Test(arguments: [
        ("0", 0), ("-0.5", -0.5), ("+5", 5), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1E-3", 0.001), ("007", 7),
        ("0.1", 0.1), ("123456789012345678901", 123_456_789_012_345_683_968), ("3.4e38", 3.4e38), ("1e-400", 0),
        ("9007199254740993", 9_007_199_254_740_992), ("1e23", 1e23), ("0.000000000000000000001", 1e-21),
    ])
    func `reads the nearest number`(text: String, value: Double) {
        #expect(Self.number(text) == .number(value))
    }

    @Test(arguments: ["", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "1_000", "0x10", "12a", "1e5x", "--1", "in"])
    func `what is no number is none`(text: String) {
        #expect(Self.number(text) == .notNumber)
    }

    @Test(arguments: ["nan", "NaN", "-inf", "Infinity", "1e39", "-1e999999999999", "1e400"])
    func `what is not finite is told apart`(text: String) {
        #expect(Self.number(text) == .notFinite)
    }

    @Test func `agrees to the last bit with the standard library`() {
        var random = RandomStream(seed: 3, .data)
        for _ in 0..<5_000 {
            let value = (random.uniform() - 0.5) * [1, 1e3, 1e-6, 1e15, 1e30][Int(random.below(5))]
            #expect(Self.number("\(value)") == .number(value))
            let short = Double(Int(value.truncatingRemainder(dividingBy: 1e9))) / 100
            #expect(Self.number("\(short)") == .number(short))
        }
    }
}
