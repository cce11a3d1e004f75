import Foundation
import Testing

@testable import Charts

@Suite struct LinearTicksTests {
    @Test(
        "finds the sequences that the paper's algorithm finds",
        arguments: [
            (8.1, 14.1, 4, [8.0, 10, 12, 14]),
            (0, 100, 6, [0, 20, 40, 60, 80, 100]),
            (-98, 18, 3, [-100, -50, 0]),
            (0.001, 0.0099, 3, [0, 0.005, 0.01]),
        ] as [(Double, Double, Int, [Double])])
    func knownAnswers(lower: Double, upper: Double, wanted: Int, expected: [Double]) throws {
        let ticks = try #require(LinearTicks(from: lower, to: upper, wanted: wanted, isInside: false))
        #expect(ticks.values.count == expected.count)
        for (value, answer) in zip(ticks.values, expected) {
            // Sums of decimal fractions are off in their last bit.
            #expect(abs(value - answer) <= 1e-12 * max(abs(answer), 1e-3))
        }
    }

    @Test("lie inside the domain, at multiples of the step, and reach to within a step of its ends")
    func properties() throws {
        for power in stride(from: -300.0, through: 300, by: 150) {
            for (lower, upper) in [(0, 1), (-0.37, 9.13), (1, 30), (-5, -4.2), (99.7, 100.3), (0, 2.3e5)] {
                for wanted in [2, 5, 9] {
                    let scale = Double(sign: .plus, exponent: Int(power), significand: 1)
                    let (lower, upper) = (lower * scale, upper * scale)
                    let ticks = try #require(LinearTicks(from: lower, to: upper, wanted: wanted))
                    let tolerance = ticks.step * 1e-6
                    #expect(ticks.count >= 2)
                    #expect(ticks.values.allSatisfy { $0 >= lower - tolerance && $0 <= upper + tolerance })
                    #expect(ticks.values.allSatisfy { abs($0.remainder(dividingBy: ticks.step)) <= tolerance })
                    #expect(ticks.start - lower <= ticks.step + tolerance)
                    #expect(upper - (ticks.values.last ?? lower) <= ticks.step + tolerance)
                }
            }
        }
    }

    @Test("have steps of 1, 2 and 5 times a power of ten, seldom 2.5, and no others")
    func simpleSteps() throws {
        var counts: [Double: Int] = [:]
        for wanted in 4...10 {
            for upper in stride(from: 10.0, through: 200, by: 1) {
                for lower in [0, 1, upper / 3, -upper / 2] {
                    let ticks = try #require(LinearTicks(from: lower, to: upper, wanted: wanted))
                    let leading = ticks.step / pow(10, log10(ticks.step * (1 + 1e-9)).rounded(.down))
                    counts[(leading * 1e6).rounded() / 1e6, default: 0] += 1
                }
            }
        }
        let all = counts.values.reduce(0, +)
        #expect(Set(counts.keys).isSubset(of: [1, 2, 2.5, 5]))
        #expect(counts[2.5, default: 0] < all / 20)
    }

    @Test("are whole numbers where values between mean nothing")
    func wholeNumbers() throws {
        for last in 2...60 {
            let ticks = try #require(LinearTicks(from: 1, to: Double(last), wanted: 5, isWhole: true))
            #expect(ticks.values.allSatisfy { $0 == $0.rounded() })
        }
        #expect(LinearTicks(from: 0.5, to: 1.5, wanted: 5, isWhole: true) == nil)
    }

    @Test("there are none in a domain that floating-point numbers cannot divide")
    func tooNarrow() {
        #expect(LinearTicks(from: 1, to: 1.0.nextUp, wanted: 5) == nil)
    }
}
