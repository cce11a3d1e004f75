import Testing

@testable import Charts

/// Marks that say what other marks cannot show, on a plot of 100 × 100 points whose axes go from 0 to 10.
@Suite struct NoteMarkTests {
    private let blue = Color(hex: 0x0072B2)
    private let plot = Plot(
        area: Rectangle(left: 0, top: 0, width: 100, height: 100), x: Scale(.linear, from: 0, to: 10),
        y: Scale(.linear, from: 0, to: 10), typesetter: Typesetter(theme: .light, measure: RecorderCanvas().width))

    private func record(_ mark: some Mark) -> String {
        var canvas = RecorderCanvas()
        for primitive in mark.primitives(in: plot) { canvas.draw(primitive) }
        return canvas.text
    }

    @Test("signs stand at the edge, with their words beside them, and ask for no room along the axis")
    func edge() {
        let mark = BeyondMark(
            series: "a", label: "diverged", edge: .left, sign: .cross, at: [5, 20], values: [.nan, .nan],
            texts: ["no", "never"], color: blue, radius: 2)
        #expect(
            record(mark) == """
                segments #0072b2 1: 1.2,48.2–4.8,51.8 1.2,51.8–4.8,48.2
                rectangle 6.5,45.6 11.8×9.2 #ffffff 85%
                text “no” 8,52.8 leading size 8 #595959

                """)
        #expect(mark.key?.sample == .dot(.cross, radius: 2, blue))
        var (x, y) = (DataRange(scale: .linear), DataRange(scale: .linear))
        mark.extend(x: &x, y: &y)
        #expect(x.isEmpty && y.upper == 20)
        #expect(mark.columns.map(\.name) == ["y", "x"])
    }

    @Test("pointers show to where values lie", arguments: BeyondMark.Edge.allCases)
    func pointers(edge: BeyondMark.Edge) throws {
        let mark = BeyondMark(series: "a", edge: edge, sign: .pointer, at: [5], values: [99], color: blue, radius: 2)
        guard case .polygon(let corners, _) = mark.primitives(in: plot)[0] else {
            Issue.record("no polygon")
            return
        }
        let (tip, others) = (corners[0], corners.dropFirst())
        switch edge {
        case .left: #expect(others.allSatisfy { $0.x > tip.x } && tip.x < 5)
        case .right: #expect(others.allSatisfy { $0.x < tip.x } && tip.x > 95)
        case .top: #expect(others.allSatisfy { $0.y > tip.y } && tip.y < 5)
        case .bottom: #expect(others.allSatisfy { $0.y < tip.y } && tip.y > 95)
        }
    }

    @Test("labels stand to the right of their points")
    func labels() {
        #expect(
            record(LabelMark(series: "a", x: [2, .nan], y: [5, 5], texts: ["20 %", "x"], color: blue)) == """
                rectangle 22.5,45.6 20.6×9.2 #ffffff 85%
                text “20 %” 24,52.8 leading size 8 #0072b2

                """)
    }

    @Test("labels of points near each other do not stand on each other")
    func nearLabels() {
        let mark = LabelMark(
            series: "a", x: [5, 5.2, 5, 5.1], y: [5, 5, 5.1, 5], texts: ["2.5", "3", "4", "7"], color: blue)
        var areas: [Rectangle] = []
        for case .rectangle(let area, _) in mark.primitives(in: plot) { areas.append(area) }
        #expect(areas.count >= 3)
        for (index, area) in areas.enumerated() {
            #expect(!areas[..<index].contains { $0.grown(by: -0.6).overlaps(area.grown(by: -0.6)) })
        }
    }

    @Test("names cover neither each other nor points, and stay inside the plot")
    func callouts() {
        let mark = CalloutMark(
            series: "a", x: [5, 5.5, 0.1], y: [5, 5, 9.9], names: ["one", "two", "three"], color: blue,
            others: ([4], [5]), line: ([5, 9], [5, 5]))
        var areas: [Rectangle] = []
        for case .rectangle(let area, _) in mark.primitives(in: plot) { areas.append(area) }
        #expect(areas.count == 3)
        for (index, area) in areas.enumerated() {
            #expect(plot.area.grown(by: 2).contains(area))
            #expect(!area.grown(by: -1.5).contains(Point(40, 50)))
            #expect(!areas[..<index].contains { $0.grown(by: -1.6).overlaps(area.grown(by: -1.6)) })
        }
        let crowd = CalloutMark(
            series: "a", x: Array(repeating: 5, count: 200), y: Array(repeating: 5, count: 200),
            names: (0..<200).map { "name \($0)" }, color: blue)
        #expect(crowd.primitives(in: plot).count < 100)
    }
}
