import Analysis
import Testing

@testable import Reports
@testable import SweepViews

@Suite struct SeedCurveTests {
    private func average(_ seeds: [[Double]]) -> SeedCurve? {
        SeedCurve(of: "loss", in: seeds.enumerated().map { trial(1, seed: $0 + 1, ["loss": $1]) })
    }

    @Test("of one seed there is no band")
    func one() throws {
        let curve = try #require(average([[3, 2]]))
        #expect(curve.x == [1, 2])
        #expect(curve.mean == [3, 2])
        #expect(curve.low.allSatisfy(\.isNaN) && !curve.hasBand)
        #expect(curve.spread == .none)
    }

    @Test("of two seeds the band goes from one to the other")
    func two() throws {
        let curve = try #require(average([[3, 2], [5, 1]]))
        #expect(curve.mean == [4, 1.5])
        #expect(curve.low == [3, 1] && curve.high == [5, 2])
        #expect(curve.spread == .range)
    }

    @Test("of more seeds the band is one standard deviation (n − 1) to each side")
    func more() throws {
        let curve = try #require(average([[1], [2], [6]]))
        #expect(curve.mean == [3])
        // Squares of −2, −1 and 3 are 14 together; 14 / 2 = 7.
        #expect(abs(curve.high[0] - (3 + 7.0.squareRoot())) < 1e-12)
        #expect(abs(curve.low[0] - (3 - 7.0.squareRoot())) < 1e-12)
        #expect(curve.spread == .deviation)
    }

    @Test("on a logarithmic axis a band is as high below the mean as above, however small the least seed")
    func evenBands() throws {
        let curve = try #require(average([[1e4], [1e4], [3e21]]))
        #expect(curve.evenlyAround().low[0] * curve.high[0] / (1e21 * 1e21) - 1 < 1e-9)
        #expect(curve.evenlyAround().isCut)
        let two = try #require(average([[1e-9], [2]])).evenlyAround()
        #expect(abs(two.low[0] - 0.5) < 1e-6 && two.high == [2])
        let even = try #require(average([[3, 2], [5, 2]]))
        #expect(even.evenlyAround().low == [3.2, 2] && even.evenlyAround().high == [5, 2])
    }

    @Test("a band can be ended where its unit ends")
    func keptBands() throws {
        let share = try #require(average([[0.9], [1], [1]]))
        #expect(share.high[0] > 1 && share.bounded(in: .points).high == [1])
        #expect(share.bounded(in: .points).low == share.low && share.bounded(in: .plain) == share)
        let alone = try #require(average([[2]]))
        #expect(alone.bounded(in: .points).high[0].isNaN && alone.evenlyAround().low[0].isNaN)
    }

    @Test("the curve ends where fewer than half of the seeds go on, and skips what is not finite")
    func unequalLengths() throws {
        let curve = try #require(average([[1, 1, 1, 1], [3, .nan, 3], [5, 5]]))
        #expect(curve.x == [1, 2, 3])
        #expect(curve.mean == [3, 3, 2])
        #expect(curve.seeds == 3)
        #expect(average([[.nan], [.infinity]]) == nil)
        #expect(average([]) == nil)
    }

    @Test("the last value of an epoch counts, or each step")
    func epochsAndSteps() throws {
        let series = SweepView.Series(epochs: [1, 1, 2], steps: [1, 2, 3], values: [9, 8, 7])
        let one = trial(1, ["other": [1]])
        let trials = [SweepView.TrialResult(outcome: one.outcome, series: ["loss": series])]
        #expect(try #require(SeedCurve(of: "loss", in: trials)).mean == [8, 7])
        let steps = try #require(SeedCurve(of: "loss", in: trials, perStep: true))
        #expect(steps.x == [1, 2, 3])
        #expect(steps.mean == [9, 8, 7])
    }
}

@Suite struct SmoothingTests {
    @Test("a straight line stays one from its start until the window reaches its end")
    func straight() {
        let line = (0..<100).map { 2 * Double($0) + 1 }
        for (smooth, value) in zip(Smoothing.centredMean(line, window: 9), line).prefix(96) {
            // Differences of running sums round.
            #expect(abs(smooth - value) < 1e-9)
        }
    }

    @Test("the last value does not stand alone")
    func end() {
        #expect(Smoothing.centredMean([5, 1, 1, 1, 6], window: 5) == [5, 7.0 / 3, 2.8, 2.25, 8.0 / 3])
    }

    @Test("the window is a fiftieth of all steps, and odd")
    func windows() {
        #expect(Smoothing.window(for: 0) == 1)
        #expect(Smoothing.window(for: 99) == 1)
        #expect(Smoothing.window(for: 100) == 3)
        #expect(Smoothing.window(for: 10_000) == 201)
        #expect(Smoothing.centredMean([], window: 3) == [])
        #expect(Smoothing.centredMean([4, 1, 1], window: 3) == [4, 2, 1])
    }
}
