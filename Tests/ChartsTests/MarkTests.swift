import Testing

@testable import Charts

/// Marks on a plot of 100 × 100 points whose axes go from 0 to 10, so that a value of 3 is 30 points from the left, or
/// 70 from the top.
@Suite struct MarkTests {
    private let blue = Color(hex: 0x0072B2)
    private let typesetter = Typesetter(theme: .light, measure: RecorderCanvas().width)

    private func plot(_ x: Scale? = nil, _ y: Scale? = nil) -> Plot {
        let scale = Scale(.linear, from: 0, to: 10)
        return Plot(
            area: Rectangle(left: 0, top: 0, width: 100, height: 100), x: x ?? scale, y: y ?? scale,
            typesetter: typesetter)
    }

    private func record(_ mark: some Mark, _ plot: Plot) -> String {
        var canvas = RecorderCanvas()
        for primitive in mark.primitives(in: plot) { canvas.draw(primitive) }
        return canvas.text
    }

    private func ranges(_ mark: some Mark, x: ScaleKind = .linear, y: ScaleKind = .linear) -> (DataRange, DataRange) {
        var (x, y) = (DataRange(scale: x), DataRange(scale: y))
        mark.extend(x: &x, y: &y)
        return (x, y)
    }

    @Test("dots have a rim of paper, and none is drawn for what was not measured")
    func dots() {
        let mark = DotMark(series: "a", x: [1, 2, .nan], y: [5, .nan, 5], color: blue)
        #expect(
            record(mark, plot()) == """
                dot 10,50 radius 3.5 #ffffff
                dot 10,50 radius 3 #0072b2

                """)
        #expect(record(DotMark(series: "a", x: [0, 11], y: [5, 5], color: blue), plot()).hasPrefix("dot 0,50"))
        #expect(DotMark(series: "a", x: [11], y: [5], color: blue).primitives(in: plot()).isEmpty)
        var (x, _) = ranges(mark)
        #expect(Scale(Axis(""), showing: x, padding: 0).lower < 1)
        x.reachEnds()
        #expect(Scale(Axis(""), showing: x, padding: 0).lower == 1)
    }

    @Test("every shape has a form of its own, about its point")
    func shapes() {
        let records = DotShape.allCases.map { shape in
            var canvas = RecorderCanvas()
            for primitive in shape.primitives(at: Point(0, 0), radius: 10, color: blue, paper: Color(hex: 0xFFFFFF)) {
                canvas.draw(primitive)
            }
            return "\(shape)\n" + canvas.text
        }
        #expect(
            records.joined() == """
                circle
                dot 0,0 radius 10 #0072b2
                ring
                dot 0,0 radius 10 #ffffff
                circle 0,0 radius 7.8 #0072b2 4.5
                square
                area #0072b2: -8.9,-8.9 8.9,-8.9 8.9,8.9 -8.9,8.9
                diamond
                area #0072b2: 0,-12.5 12.5,0 0,12.5 -12.5,0
                triangle
                area #0072b2: 0,-15.5 13.5,7.8 -13.5,7.8
                cross
                segments #0072b2 5: -9,-9–9,9 -9,9–9,-9

                """)
    }

    @Test("of many dots those that lie under another are left out, unless they can be seen through")
    func manyDots() {
        let values = (0..<6000).map { Double($0 % 10) }
        #expect(DotMark(series: "a", x: values, y: values, color: blue).primitives(in: plot()).count == 10)
        let clear = DotMark(series: "a", x: values, y: values, color: blue.withOpacity(0.1))
        #expect(clear.primitives(in: plot()).count == 6000)
    }

    @Test("intervals have small caps, but none where a logarithmic axis ends first")
    func intervals() {
        let stroke = Stroke(blue, width: 1)
        let upright = IntervalMark(
            series: "a", direction: .vertical, at: [2, 4], low: [3, .nan], high: [5, 6], stroke: stroke)
        #expect(record(upright, plot()) == "segments #0072b2 1: 20,70–20,50 17.6,70–22.4,70 17.6,50–22.4,50\n")
        let level = IntervalMark(series: "a", direction: .horizontal, at: [5], low: [-1], high: [10], stroke: stroke)
        let log = plot(Scale(.log, from: 1, to: 100))
        #expect(record(level, log) == "segments #0072b2 1: 0,50–50,50 50,47.6–50,52.4\n")
        let (x, y) = ranges(level, x: .log)
        #expect(x.lower == 10 && x.notPositive == 0 && y.lower == 5)
        #expect(ranges(upright).1.upper == 6)
    }

    @Test("a line that should not have stopped ends in a cross, at the plot's edge where it ends beyond")
    func brokenLines() {
        func broken(_ y: [Double]) -> LineMark {
            LineMark(
                series: "a", x: [0, 5, 10], y: y, stroke: Stroke(blue, width: 1), isBroken: true, room: 0...10)
        }
        #expect(
            record(broken([1, 2, 3]), plot()).hasSuffix(
                "segments #0072b2 1.3: 97.1,67.7–101.7,72.3 97.1,72.3–101.7,67.7\n"))
        #expect(record(broken([1, 2, 99]), plot()).hasSuffix(": 97.1,0.3–101.7,4.9 97.1,4.9–101.7,0.3\n"))
        // Where it ends beyond the plot's width, that is where it left the plot.
        let narrow = plot(Scale(.linear, from: 0, to: 8))
        #expect(record(broken([1, 99, 99]), narrow).hasSuffix(": 60.2,0.3–64.8,4.9 60.2,4.9–64.8,0.3\n"))
        #expect(ranges(broken([1, 99, 99])).0.upper == 5)
        #expect(ranges(broken([1, 99, 2])).0.upper == 10)
    }

    @Test("crosses alone lie at the plot's edge too, and ask for the room there is")
    func breaks() {
        let mark = BreakMark(series: "a", x: [5, 5], y: [5, 99], color: blue, room: 0...10)
        #expect(
            record(mark, plot()) == """
                segments #0072b2 1.4: 47.5,47.5–52.5,52.5 47.5,52.5–52.5,47.5
                segments #0072b2 1.4: 47.5,0.3–52.5,5.3 47.5,5.3–52.5,0.3

                """)
        let (_, y) = ranges(mark)
        #expect(y.upper == 5 && y.above == 1)
    }

    @Test("a band of a single place is a bar with ends, a line of one a dot of its shape")
    func singlePlaces() {
        let band = BandMark(series: "a", x: [5], low: [2], high: [4], color: blue.withOpacity(0.2))
        #expect(record(band, plot()) == "segments #0072b2 70% 1: 50,80–50,60 47.6,80–52.4,80 47.6,60–52.4,60\n")
        var line = LineMark(series: "a", label: "a", x: [5], y: [3], stroke: Stroke(blue, width: 1))
        #expect(record(line, plot()) == "dot 50,70 radius 2.2 #0072b2\n")
        line.pointShape = .ring
        #expect(record(line, plot()).contains("circle 50,70"))
        #expect(line.key?.sample == .dot(.ring, radius: 2.2, blue))
    }

    @Test("bars grow from their base, to the left for what is below it")
    func bars() {
        let mark = BarMark(series: "a", direction: .horizontal, at: [2, 5, 8], values: [3, -1, .nan], color: blue)
        let x = Scale(.linear, from: -2, to: 8)
        #expect(
            record(mark, plot(x)) == """
                rectangle 20,76.5 30×7 #0072b2
                rectangle 10,46.5 10×7 #0072b2

                """)
        let upright = BarMark(series: "a", direction: .vertical, at: [2], values: [10], thickness: 1, color: blue)
        let log = plot(nil, Scale(.log, from: 1, to: 100))
        #expect(record(upright, log) == "rectangle 15,50 10×50 #0072b2\n")
        let (along, across) = ranges(upright)
        #expect(along.lower == 1.5 && along.upper == 2.5 && across.lower == 0 && across.upper == 10)
        #expect(ranges(upright, y: .log).1.lower == 10)
    }

    @Test("a reference line crosses the plot, and an upright one is named at its top")
    func rules() {
        let stroke = Stroke(blue, width: 1, dash: .dashed)
        let level = RuleMark(series: "a", label: "chance", direction: .horizontal, at: 1, stroke: stroke)
        #expect(record(level, plot()) == "line #0072b2 1 dashed: 0,90 100,90\n")
        #expect(level.key?.end == Key.End(x: .infinity, y: 1))
        let upright = RuleMark(series: "a", label: "end", direction: .vertical, at: 9, stroke: stroke)
        #expect(
            record(upright, plot()) == """
                line #0072b2 1 dashed: 90,0 90,100
                rectangle 71.3,0.8 16.2×9.2 #ffffff 85%
                text “end” 86,8 trailing size 8 #0072b2

                """)
        let outside = RuleMark(series: "a", label: "x", direction: .vertical, at: 11, stroke: stroke)
        #expect(record(outside, plot()) == "")
    }

    @Test("spans lie in rows, told apart by a line at their start; the shortest can still be seen")
    func spans() {
        let rows = Scale(
            Axis("", categories: ["a", "b"]), showing: .init(scale: .linear), padding: 0, direction: .vertical)
        let mark = SpanMark(series: "a", rows: [0, 1, 1], from: [0, 2, .nan], to: [5, 2, 3], color: blue)
        #expect(
            record(mark, plot(nil, rows)) == """
                rectangle 0,7.5 50×35 #0072b2
                segments #99c7e0 0.5: 0.2,7.5–0.2,42.5
                rectangle 20,57.5 0.8×35 #0072b2

                """)
    }

    @Test("cells have their colour and a text that can be read on it; what was not measured is paper")
    func cells() {
        let bands = { (direction: Direction) in
            Scale(Axis("", categories: ["a", "b"]), showing: .init(scale: .linear), padding: 0, direction: direction)
        }
        let scale = ColorScale(domain: 0...1, theme: .light)
        let mark = CellMark(
            series: "a", columns: [0, 1, 0], rows: [0, 0, 1], values: [0, 1, .nan], texts: ["0.00", "1.00", "none"],
            scale: scale)
        let (low, high) = (scale.color(of: 0), scale.color(of: 1))
        #expect(
            record(mark, plot(bands(.horizontal), bands(.vertical))) == """
                rectangle 0.4,0.4 49.2×49.2 \(low)
                rectangle 50.4,0.4 49.2×49.2 \(high)
                text “0.00” 25,27.8 centre size 8 #111111
                text “1.00” 75,27.8 centre size 8 #ffffff

                """)
        let long = CellMark(
            series: "a", columns: [0], rows: [0], values: [0], texts: ["a text too long"], scale: scale)
        #expect(!record(long, plot(bands(.horizontal), bands(.vertical))).contains("text"))
    }

    @Test("parallel axes are named by ticks of their own, and labels that would touch are left out")
    func parallelAxes() {
        let names = Scale(Axis("", categories: ["lr", "size", "loss"]), showing: .init(scale: .linear), padding: 0)
        let axes = [
            ParallelAxis(
                name: "lr",
                ticks: [
                    .init(position: 0, label: "1e-5"), .init(position: 0.01, label: "0.11"),
                    .init(position: 1, label: "1"),
                ]),
            ParallelAxis(name: "size", ticks: [.init(position: 2, label: "outside"), .init(position: 1, label: "8")]),
            ParallelAxis(name: "loss", domain: 0...1, scale: .linear, isReversed: true),
        ]
        let plot = plot(names, Scale(.linear, from: 0, to: 1))
        #expect(
            record(ParallelAxesMark(axes: axes, part: .lines), plot) == """
                rectangle 39.1,-9.2 7.4×9.2 #ffffff 85%
                segments #4d4d4d 0.8: 16.7,100–16.7,0 13.7,100–16.7,100 13.7,99–16.7,99 13.7,0–16.7,0 50,100–50,0 \
                47,0–50,0 83.3,100–83.3,0 86.3,100–83.3,100 86.3,50–83.3,50 86.3,0–83.3,0

                """)
        #expect(
            record(ParallelAxesMark(axes: axes, part: .words), plot) == """
                text “10⁻⁵” 11.7,102.8 trailing size 8 #595959
                text “10⁰” 11.7,2.8 trailing size 8 #595959
                text “8” 45,-2 trailing size 8 #1a1a1a
                text “1.0” 88.3,102.8 leading size 8 #595959
                text “0.5” 88.3,52.8 leading size 8 #595959
                text “0.0” 88.3,2.8 leading size 8 #595959

                """)
        #expect(axes[2].position(0) == 1 && axes[2].position(0.25) == 0.75)
        let margins = ParallelAxesMark(axes: axes, part: .words).margins(beside: 60, typesetter)
        #expect(margins.left > 0 && margins.right > 0)
        let one = ParallelAxis(name: "loss", domain: 0.9637884...0.9637884, scale: .linear)
        #expect(one.ticks == [.init(position: 0.5, label: "0.9638")])
    }

    @Test("a shifted mark stands beside its place")
    func shifted() {
        let crosses = BeyondMark(
            series: "a", edge: .bottom, sign: .cross, at: [2, 11], values: [.nan, .nan], color: blue, radius: 2)
        #expect(record(crosses, plot()) == "segments #0072b2 1: 18.2,95.2–21.8,98.8 18.2,98.8–21.8,95.2\n")
        let shifted = record(ShiftedMark(crosses, by: 3), plot())
        #expect(shifted == "segments #0072b2 1: 21.2,95.2–24.8,98.8 21.2,98.8–24.8,95.2\n")
    }

    @Test("dots with jitter keep their height and the plot, and the first its place")
    func jitter() {
        var mark = DotMark(series: "a", x: [5, 5, 0], y: [1, 2, 3], color: blue.withOpacity(0.5), radius: 1)
        mark.jitter = 0.1
        #expect(
            record(mark, plot()) == """
                dot 50,90 radius 1 #0072b2 50%
                dot 42.4,80 radius 1 #0072b2 50%
                dot 4.7,70 radius 1 #0072b2 50%

                """)
    }
}
