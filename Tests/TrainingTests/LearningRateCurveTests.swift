import Foundation
import Testing

@testable import Training

struct LearningRateCurveTests {
    /// Twenty steps are not smoothed, so that every number of the answer is known.
    private static let ladder = LearningRateLadder(from: 1e-7, to: 10, steps: 20)

    private static func curve(_ losses: [Double]) -> LearningRateCurve {
        var curve = LearningRateCurve(steps: 20)
        for (step, loss) in losses.enumerated() where !curve.add(rate: ladder.rate(step), loss: loss) { break }
        return curve
    }

    @Test func `the range goes from the last loss before the fall to the lowest one`() throws {
        let curve = Self.curve([2, 2, 2, 2, 2, 2, 1.95, 1.5, 1, 0.5, 0.4, 0.6, 1.2, 2, 3])
        let range = try #require(curve.suggestion)
        #expect(range.least == Self.ladder.rate(6) && range.most == Self.ladder.rate(10))
        #expect(!range.startsFalling && !range.endsFalling)
        #expect(curve.hasDiverged && curve.points.count == 14, "2 is more than 4 · 0.4, and the last point")
    }

    @Test func `a dip before the fall does not count as its start`() throws {
        let range = try #require(Self.curve([2, 2, 2, 1.7, 2, 2, 1.5, 1, 0.6, 0.8]).suggestion)
        #expect(range.least == Self.ladder.rate(5) && range.most == Self.ladder.rate(8))
    }

    @Test func `says where the loss falls at the ends`() throws {
        let falling = (0..<20).map { 2 - 0.09 * Double($0) }
        let range = try #require(Self.curve(falling).suggestion)
        #expect(range.least == Self.ladder.rate(2) && range.most == 10)
        #expect(range.startsFalling && range.endsFalling)
    }

    @Test func `a loss that only wavers has no range`() {
        let wavering = (0..<20).map { $0.isMultiple(of: 2) ? 2.1 : 1.9 }
        #expect(Self.curve(wavering).suggestion == nil)
        #expect(Self.curve([Double](repeating: 2, count: 20)).suggestion == nil)
        #expect(Self.curve([0, 0, 0, 0]).suggestion == nil)
        #expect(Self.curve([2, 1]).suggestion == nil && Self.curve([]).suggestion == nil)
    }

    @Test(arguments: [Double.nan, .infinity]) func `a loss that is no number ends the test`(loss: Double) {
        let curve = Self.curve([2, 2, 1, loss, 1])
        #expect(curve.hasDiverged && curve.points.map(\.loss) == [2, 2, 1])
    }

    @Test func `smoothing is a mean without a bias to the start`() {
        var curve = LearningRateCurve(steps: 200)
        for step in 0..<50 { _ = curve.add(rate: Double(step + 1), loss: 3) }
        #expect(curve.points.allSatisfy { abs($0.smoothed - 3) < 1e-12 })
        var two = LearningRateCurve(steps: 200)
        _ = two.add(rate: 1, loss: 1)
        _ = two.add(rate: 2, loss: 2)
        // (0.9 · 0.1 · 1 + 0.1 · 2) / (1 − 0.9²)
        #expect(abs((two.points.last?.smoothed ?? 0) - 0.29 / 0.19) < 1e-12)
    }

    @Test func `finds the rates of a noisy curve to half a power of ten`() throws {
        // Level at 2.3 up to 1e-4, straight down to 0.3 at 0.1, then up.
        let ladder = LearningRateLadder(from: 1e-7, to: 10, steps: 200)
        var curve = LearningRateCurve(steps: 200)
        for step in 0..<200 {
            let decade = log10(ladder.rate(step))
            let fall = min(max((decade + 4) / 3, 0), 1) * 2
            let noise = 0.05 * sin(Double(step) * 2.4)
            let loss = 2.3 - fall + max(0, decade + 1) * 4 + noise
            if !curve.add(rate: ladder.rate(step), loss: loss) { break }
        }
        let range = try #require(curve.suggestion)
        // A tenth of the fall lies 0.3 of a power of ten after its start.
        #expect(abs(log10(range.least) + 3.7) < 0.5 && abs(log10(range.most) + 1) < 0.5)
        #expect(curve.hasDiverged)
    }

    @Test func `the rates of a ladder grow by one factor from end to end`() {
        let ladder = LearningRateLadder(from: 1e-7, to: 10, steps: 81)
        #expect(ladder.rate(0) == 1e-7 && ladder.rate(80) == 10 && ladder.rate(90) == 10)
        let factors = (1...80).map { ladder.rate($0) / ladder.rate($0 - 1) }
        #expect(factors.allSatisfy { abs($0 - pow(10, 0.1)) < 1e-9 })
    }
}
