import Testing

@testable import Charts

@Suite struct PointReductionTests {
    @Test("keeps every spike of a line with many points to a column")
    func spikes() {
        var points = (0..<100_000).map { Point(Double($0) * 0.001, 50 + Double($0 % 7)) }
        points[12_345].y = -1000
        points[54_321].y = 1000
        let reduced = PointReduction.reduce(points)
        #expect(reduced.count <= 4 * Int(100 / PointReduction.columnWidth + 2))
        #expect(reduced.contains(points[12_345]))
        #expect(reduced.contains(points[54_321]))
        #expect(reduced.first == points.first && reduced.last == points.last)
        #expect(zip(reduced, reduced.dropFirst()).allSatisfy { $0.x <= $1.x })
    }

    @Test("keeps the lowest and highest of each column")
    func envelope() {
        let points = (0..<10_000).map { index in
            Point(Double(index) * 0.005, Double((index * 7919) % 1000))
        }
        func extremes(_ points: [Point]) -> [Int: ClosedRange<Double>] {
            Dictionary(grouping: points) { Int(($0.x / PointReduction.columnWidth).rounded(.down)) }
                .mapValues { ($0.map(\.y).min() ?? 0)...($0.map(\.y).max() ?? 0) }
        }
        #expect(extremes(PointReduction.reduce(points)) == extremes(points))
    }

    @Test("leaves lines with few points, and those that run backwards, as they are")
    func untouched() {
        let few = (0..<100).map { Point(Double($0), 0) }
        #expect(PointReduction.reduce(few) == few)
        let back = (0..<10_000).map { Point(Double($0 % 2), 0) }
        #expect(PointReduction.reduce(back) == back)
        #expect(PointReduction.reduce([]) == [])
    }
}
