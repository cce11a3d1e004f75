import Tensors
import Testing

@testable import Networks

@Suite("Short number formats")
struct PrecisionTests {
    private func rounded(_ numbers: [Float], _ precision: Precision) -> [Float] {
        var numbers = numbers
        var copies = numbers
        numbers.withUnsafeMutableBufferPointer { from in
            copies.withUnsafeMutableBufferPointer { into in
                guard let start = from.baseAddress, let target = into.baseAddress else { return }
                precision.round(start, into: target, count: from.count)
                precision.round(start, count: from.count)
            }
        }
        #expect(zip(numbers, copies).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
        return numbers
    }

    /// The nearest number with `digits` binary digits, even where two are as near.
    private func nearest(_ number: Float, digits: Int, least: Float, largest: Float) -> Float {
        guard number != 0, number.isFinite else { return number }
        let unit = max(number.ulp * Float(1 << (24 - digits)), least)
        let result = (Double(number) / Double(unit)).rounded(.toNearestOrEven) * Double(unit)
        return abs(result) > Double(largest) ? .infinity * (number < 0 ? -1 : 1) : Float(result)
    }

    /// Numbers of every size, with ties and neighbours of ties.
    private static let numbers: [Float] = (-30...17).flatMap { exponent in
        let size = Float(sign: .plus, exponent: exponent, significand: 1)
        let starts: [Float] = [
            1, 1.0009765625, 1.00048828125, 1.00146484375, 1.00390625, 1.01171875, 1.9999, 1.2345678,
        ]
        return starts.map { $0 * size } + starts.map { -$0 * size / 3 }
    }

    @Test("round as IEEE 754 does: to the nearest, of two to the even one")
    func rounding() {
        let numbers = Self.numbers
        #expect(rounded(numbers, .float32) == numbers)
        for (found, number) in zip(rounded(numbers, .bfloat16), numbers) {
            #expect(found == nearest(number, digits: 8, least: 0, largest: .greatestFiniteMagnitude), "\(number)")
        }
        for (found, number) in zip(rounded(numbers, .float16), numbers) {
            #expect(found == nearest(number, digits: 11, least: 0x1p-24, largest: 65504), "\(number)")
        }
    }

    @Test("keep zeros, infinities and not-a-number, and go to infinity beyond their range")
    func extremes() {
        for precision in Precision.allCases {
            let result = rounded([0, -0.0, .infinity, -.infinity, .nan], precision)
            #expect(result[0].bitPattern == 0 && result[1].bitPattern == 1 << 31)
            #expect(result[2] == .infinity && result[3] == -.infinity && result[4].isNaN)
        }
        #expect(rounded([65519, 65520, -1e6], .float16) == [65504, .infinity, -.infinity])
        #expect(rounded([.greatestFiniteMagnitude], .bfloat16) == [.infinity])
    }

    /// The roundings of a format are half a unit in its last digit: 2⁻⁹ and 2⁻¹² of a number's size; a few of them meet in
    /// a gradient.
    @Test("give gradients near those of float32, each at its own distance", arguments: [Precision.bfloat16, .float16])
    func gradients(_ precision: Precision) {
        let network = Network(Architecture(inputs: 6, hidden: [16, 8], outputs: 3, activation: .tanh), seed: 2)
        let rows: [[Float]] = (0..<20).map { row in
            (0..<6).map { (column: Int) -> Float in Float((column * 7 + row * 3) % 11) / 5 - 1 }
        }
        let batch = Batch(rows, classes: (0..<20).map { Int32($0 % 3) })
        func gradient(_ precision: Precision) -> [Float] {
            let pass = NetworkPass(network, capacity: 20, precision: precision)
            _ = pass.train(batch, CrossEntropy(), step: 0, scale: 128)
            return pass.gradients.array
        }
        let exact = gradient(.float32)
        let size = exact.map { abs($0) }.max() ?? 0
        let errors = zip(gradient(precision), exact).map { abs($0 - $1) / size }
        let unit: Float = precision == .bfloat16 ? 0x1p-9 : 0x1p-12
        #expect((errors.max() ?? 1) < 8 * unit)
        #expect((errors.max() ?? 0) > unit / 8, "nothing was rounded")
    }
}
