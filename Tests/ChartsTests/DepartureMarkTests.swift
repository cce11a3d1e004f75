import Testing

@testable import Charts

/// Lines that leave a plot of 100 × 100 points whose axes go from 0 to 10.
@Suite struct DepartureMarkTests {
    private let plot = Plot(
        area: Rectangle(left: 0, top: 0, width: 100, height: 100), x: Scale(.linear, from: 0, to: 10),
        y: Scale(.linear, from: 0, to: 10), typesetter: Typesetter(theme: .light, measure: RecorderCanvas().width))

    private func line(_ label: String?, _ x: [Double], _ y: [Double]) -> LineMark {
        LineMark(series: "a", label: label, x: x, y: y, stroke: Stroke(Color(hex: 0x0072B2), width: 1.5))
    }

    private func record(_ lines: [LineMark]) -> [Substring] {
        var canvas = RecorderCanvas()
        for primitive in DepartureMark(of: lines).primitives(in: plot) { canvas.draw(primitive) }
        return canvas.text.split(separator: "\n")
    }

    @Test("an arrow stands where a line leaves for good, with the line's name beside it")
    func leaving() throws {
        let up = line("up", [0, 4, 8], [5, 5, 15])
        let end = try #require(up.departure(in: plot))
        #expect(abs(end.point.x - 60) < 1e-9 && end.point.y == 0 && end.isUpwards)
        let down = try #require(line(nil, [0, 4, 8], [5, 5, -5]).departure(in: plot))
        #expect(abs(down.point.x - 60) < 1e-9 && down.point.y == 100 && !down.isUpwards)
        #expect(record([up]).contains { $0.hasPrefix("text “up”") })
        #expect(record([line(nil, [0, 4, 8], [5, 5, 15])]).allSatisfy { !$0.hasPrefix("text") })
        #expect(record([line(nil, [0, 4, 8], [5, 5, 15])]).count == 2)
    }

    @Test("a line that comes back, or ends inside or beyond the sides, has none")
    func staying() {
        #expect(record([line("a", [0, 4, 8], [5, 50, 5])]).isEmpty)
        #expect(record([line("a", [0, 4, 8], [5, 6, 7])]).isEmpty)
        #expect(record([line("a", [0, 9, 29], [5, 5, 15])]).isEmpty)
    }

    @Test("of two lines that leave at one place each name has a place of its own")
    func apart() {
        let names = record([line("one", [0, 4, 8], [5, 5, 15]), line("two", [0, 4, 8], [4, 4, 16])])
            .filter { $0.hasPrefix("text") }
        #expect(Set(names).count == names.count && names.count >= 2)
    }

    @Test("no name stands on another line; the legend has it")
    func namesOffLines() {
        let above = line("high", [0, 4, 8], [50, 50, 50])
        #expect(record([above]).contains { $0.hasPrefix("text “high”") })
        let others = (1...19).map { line(nil, [0, 10], [Double($0) / 2, Double($0) / 2]) }
        #expect(record([above] + others).allSatisfy { !$0.hasPrefix("text") })
        #expect(!record([above] + others).isEmpty)
    }

    @Test("arrows of lines that were never inside stand side by side")
    func outsideApart() {
        let arrows = record([line(nil, [0, 8], [50, 50]), line(nil, [0, 8], [60, 60])]).filter { $0.hasPrefix("area") }
        #expect(arrows.count == 2 && Set(arrows).count == 2)
    }

    @Test("a line that was never inside has its arrow at the edge where it begins")
    func outside() throws {
        let end = try #require(line("a", [2, 4], [50, 60]).departure(in: plot))
        #expect(end.point == Point(20, 0))
    }
}
