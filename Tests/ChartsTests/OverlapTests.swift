import Testing

@testable import Charts

/// No text lies over another or over the page's edge, however hard the figure.
@Suite struct OverlapTests {
    private static let sizes = ["2x2", "3x2", "2.2x6", "7.2x4.5", "10x2.5", "14x9"]

    private struct Box {
        let text: String
        let area: Rectangle

        /// From the lowest to the highest of letters without accents.
        init(_ text: Text, _ place: TextPlace, width: Double) {
            let start =
                switch place.alignment {
                case .leading: 0.0
                case .centre: -width / 2
                case .trailing: -width
                }
            let (above, below) = (text.size * 0.72, text.size * 0.1)
            let (x, y) = (place.origin.x, place.origin.y)
            self.text = text.plain
            area =
                place.isUpright
                ? Rectangle(left: x - above, top: y - start - width, width: above + below, height: width)
                : Rectangle(left: x + start, top: y - above, width: width, height: above + below)
        }

        func touches(_ other: Box) -> Bool {
            let (one, two) = (area.grown(by: -0.01), other.area.grown(by: -0.01))
            return one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom
        }
    }

    private func boxes(_ primitives: [Primitive]) -> [Box] {
        primitives.flatMap { primitive -> [Box] in
            switch primitive {
            case .text(let text, let place) where !text.plain.isEmpty:
                [Box(text, place, width: RecorderCanvas().width(of: text))]
            case .clipped(_, let inner): boxes(inner)
            default: []
            }
        }
    }

    private func check(_ figure: Figure, _ name: String) throws {
        for size in Self.sizes {
            var figure = figure
            figure.size = try FigureSize(size)
            let layout = FigureLayout(figure, measure: RecorderCanvas().width)
            // What is refused need not look well; but only many panels on little paper may be refused.
            let area = figure.size.width * figure.size.height
            if layout.isTooSmall {
                #expect(area < 2.2 * Double(figure.panels.count), "\(name) at \(size)")
                continue
            }
            let boxes = boxes(layout.primitives)
            let page = figure.size.page.grown(by: 0.01)
            for (index, box) in boxes.enumerated() {
                let isInside =
                    box.area.left >= page.left && box.area.right <= page.right && box.area.top >= page.top
                    && box.area.bottom <= page.bottom
                #expect(isInside, "\(name) at \(size): “\(box.text)” reaches beyond the page: \(box.area)")
                for other in boxes[(index + 1)...] where box.touches(other) {
                    Issue.record("\(name) at \(size): “\(box.text)” lies over “\(other.text)”")
                }
            }
        }
    }

    private let long = "momentum with warm-up and cosine decay, batch size 128, lr 0.0316, weight decay 0.0005"

    private func lines(_ count: Int, label: (Int) -> String, values: (Int, Int) -> Double) -> [any Mark] {
        (0..<count).map { index in
            LineMark(
                series: "\(index)", label: label(index), x: (1...30).map(Double.init),
                y: (1...30).map { values(index, $0) },
                stroke: Stroke(Theme.light.palette.color(index), width: 1.5))
        }
    }

    @Test("lines that end at one point, with short and long names", arguments: [1, 5, 10, 11, 40])
    func crowdedEnds(count: Int) throws {
        for name in ["adam", long] {
            let marks = lines(count, label: { "\(name) \($0)" }, values: { 1 / Double($1) + Double($0) * 1e-9 })
            try check(
                Figure(
                    title: long, subtitle: long + ". " + long + ".", x: Axis("Epoch", isWhole: true),
                    y: Axis(long, unit: "nats"), marks: marks,
                    styleKeys: [
                        Key("train", Stroke(Color(hex: 0), width: 1)), Key(long, Stroke(Color(hex: 0), width: 1)),
                    ]), "\(count) lines “\(name)”")
        }
    }

    @Test("a title of five hundred letters and a legend")
    func longTitle() throws {
        try check(
            Figure(
                title: String(repeating: "a very long title ", count: 30), subtitle: long, x: Axis("x"), y: Axis("y"),
                marks: lines(16, label: { "\(long) \($0)" }, values: { Double($0 + $1) }),
                styleKeys: [Key("train", Stroke(Color(hex: 0), width: 1))]), "a long title")
    }

    @Test("axes with long numbers")
    func longNumbers() throws {
        for (lower, upper) in [(1e-9, 3e12), (123_456_789, 123_456_790), (-1e-7, 1e-7), (0.99999, 1.00001)] {
            for scale in ScaleKind.allCases where scale == .linear || lower > 0 {
                let mark = LineMark(
                    series: "a", label: "a", x: [lower, upper], y: [lower, upper],
                    stroke: Stroke(Color(hex: 0), width: 1))
                try check(
                    Figure(title: "t", x: Axis("x", scale: scale), y: Axis("y", scale: scale), marks: [mark]),
                    "\(lower)…\(upper) \(scale)")
            }
        }
    }

    @Test("names on both axes, few and very many", arguments: [1, 3, 12, 60])
    func names(count: Int) throws {
        for name in ["0.1", "a name of middling length", long] {
            let names = (0..<count).map { "\(name) \($0)" }
            let places = names.indices.map(Double.init)
            let scale = ColorScale(domain: 0...1, theme: .light)
            let cells = CellMark(
                series: "a", columns: places, rows: places, values: places, texts: names.map { $0 }, scale: scale)
            let bars = BarMark(
                series: "b", label: "bars", direction: .horizontal, at: places, values: places,
                color: Color(hex: 0x0072B2))
            try check(
                Figure(
                    title: "t", x: Axis(name, categories: names), y: Axis(name, categories: names), marks: [cells],
                    colorBar: ColorBar(title: long, scale: scale)), "\(count) names “\(name)”")
            try check(
                Figure(title: "t", x: Axis(name), y: Axis("", categories: names), marks: [bars]),
                "\(count) bars “\(name)”")
        }
    }

    @Test("small multiples, few and many, with shared and own axes", arguments: [1, 2, 3, 5, 12])
    func panels(count: Int) throws {
        for (lower, upper) in [(0.0, 1.0), (-1e-7, 1e-7), (0, 250_000)] {
            for own in [false, true] {
                let panels = (0..<count).map { index in
                    Panel(
                        title: index.isMultiple(of: 2) ? long : "short",
                        marks: [
                            LineMark(
                                series: "a", label: long, x: [lower, upper], y: [lower, upper],
                                stroke: Stroke(Color(hex: 0), width: 1))
                        ],
                        x: own ? Axis(long) : nil,
                        y: own && index.isMultiple(of: 2) ? Axis(long, categories: ["one", long]) : nil)
                }
                try check(
                    Figure(title: long, x: Axis(long), y: Axis("y"), panels: panels),
                    "\(count) panels \(lower)…\(upper) \(own ? "own" : "shared")")
            }
        }
    }

    @Test("reference lines near each other and near the ends of lines")
    func rules() throws {
        let rules = (0..<4).map { index in
            RuleMark(
                series: "r", label: "reference \(index)", direction: .horizontal, at: 0.1 + Double(index) * 1e-3,
                stroke: Stroke(Color(hex: 0), width: 1, dash: .dashed))
        }
        let upright = RuleMark(
            series: "v", label: long, direction: .vertical, at: 12, stroke: Stroke(Color(hex: 0), width: 1))
        try check(
            Figure(
                title: "t", x: Axis("x"), y: Axis("y"),
                marks: lines(3, label: { "line \($0)" }, values: { 1 / Double($1 + $0) }) + rules + [upright]), "rules")
    }

    @Test("parallel axes")
    func parallelAxes() throws {
        let axes = (0..<6).map { index in
            ParallelAxis(
                name: "parameter \(index)",
                ticks: (0...5).map { .init(position: Double($0) / 5, label: index == 3 ? long : "0.000\($0)") })
        }
        var y = Axis("")
        y.isHidden = true
        try check(
            Figure(
                title: "t", x: Axis("", categories: axes.map(\.name)), y: y,
                marks: [ParallelAxesMark(axes: axes, part: .lines), ParallelAxesMark(axes: axes, part: .words)]),
            "parallel")
    }
}
