import Testing

@testable import Charts

@Suite struct PanelTests {
    private let stroke = Stroke(Color(hex: 0x0072B2), width: 1.5)

    private func line(_ y: [Double]) -> LineMark {
        LineMark(series: "a", label: "a", x: y.indices.map(Double.init), y: y, stroke: stroke)
    }

    private func record(_ figure: Figure) -> [String] {
        var canvas = RecorderCanvas()
        figure.draw(on: &canvas)
        return canvas.lines
    }

    @Test("panels whose names would be turned stand in fewer columns where that spares it")
    func names() throws {
        let names = ["constant", "exponential", "hyperbola", "cosine", "cosine_warm_restarts", "one_cycle", "step"]
        let panels = (0..<2).map { index in
            Panel(
                title: "panel \(index)",
                marks: [DotMark(series: "a", x: [0, 6], y: [1, 2], color: Color(hex: 0))],
                x: Axis("", categories: names))
        }
        let size = try FigureSize("5x4.5")
        var canvas = RecorderCanvas()
        Figure(title: "t", x: Axis(""), y: Axis("y"), panels: panels, size: size).draw(on: &canvas)
        #expect(!canvas.text.contains("trailing upright"))
        #expect(canvas.text.contains("“cosine_warm_restarts”"))
    }

    @Test("small multiples share their scales, their labels and one legend")
    func shared() throws {
        let panels = [[1.0, 2], [5, 9], [2, 0], [3, 3]].enumerated().map { index, values in
            Panel(title: "panel \(index)", marks: [line(values)])
        }
        var figure = Figure(title: "", x: Axis("Step"), y: Axis("Loss"), panels: panels)
        figure.size = try FigureSize("5x3")
        #expect(
            record(figure).joined(separator: "\n") == """
                rectangle 0,0 360×216 #ffffff
                segments #e4e4e4 0.6: 31.3,29.7–31.3,95 98.6,29.7–98.6,95 165.9,29.7–165.9,95 31.3,95–165.9,95 \
                31.3,67.4–165.9,67.4 31.3,39.7–165.9,39.7
                inside 29.3,27.7 138.6×69.3:
                  line #0072b2 1.2: 31.3,88.1 165.9,81.2
                segments #4d4d4d 0.8: 31.3,95–165.9,95 31.3,95–31.3,98 98.6,95–98.6,98 165.9,95–165.9,98
                text “0” 26.3,97.3 trailing size 6.5 #595959
                text “4” 26.3,69.6 trailing size 6.5 #595959
                text “8” 26.3,42 trailing size 6.5 #595959
                text “panel 0” 31.3,24.5 leading size 7.3 bold #1a1a1a
                segments #e4e4e4 0.6: 182.7,29.7–182.7,95 250,29.7–250,95 317.3,29.7–317.3,95 182.7,95–317.3,95 \
                182.7,67.4–317.3,67.4 182.7,39.7–317.3,39.7
                inside 180.7,27.7 138.6×69.3:
                  line #0072b2 1.2: 182.7,60.4 317.3,32.8
                segments #4d4d4d 0.8: 182.7,95–317.3,95 182.7,95–182.7,98 250,95–250,98 317.3,95–317.3,98
                text “panel 1” 182.7,24.5 leading size 7.3 bold #1a1a1a
                segments #e4e4e4 0.6: 31.3,116.5–31.3,181.8 98.6,116.5–98.6,181.8 165.9,116.5–165.9,181.8 \
                31.3,181.8–165.9,181.8 31.3,154.2–165.9,154.2 31.3,126.5–165.9,126.5
                inside 29.3,114.5 138.6×69.3:
                  line #0072b2 1.2: 31.3,168 165.9,181.8
                segments #4d4d4d 0.8: 31.3,181.8–165.9,181.8 31.3,181.8–31.3,184.8 98.6,181.8–98.6,184.8 \
                165.9,181.8–165.9,184.8
                text “0.0” 31.3,193.3 centre size 6.5 #595959
                text “0.5” 98.6,193.3 centre size 6.5 #595959
                text “1.0” 165.9,193.3 centre size 6.5 #595959
                text “0” 26.3,184.1 trailing size 6.5 #595959
                text “4” 26.3,156.5 trailing size 6.5 #595959
                text “8” 26.3,128.8 trailing size 6.5 #595959
                text “panel 2” 31.3,111.3 leading size 7.3 bold #1a1a1a
                segments #e4e4e4 0.6: 182.7,116.5–182.7,181.8 250,116.5–250,181.8 317.3,116.5–317.3,181.8 \
                182.7,181.8–317.3,181.8 182.7,154.2–317.3,154.2 182.7,126.5–317.3,126.5
                inside 180.7,114.5 138.6×69.3:
                  line #0072b2 1.2: 182.7,161.1 317.3,161.1
                segments #4d4d4d 0.8: 182.7,181.8–317.3,181.8 182.7,181.8–182.7,184.8 250,181.8–250,184.8 \
                317.3,181.8–317.3,184.8
                text “0.0” 182.7,193.3 centre size 6.5 #595959
                text “0.5” 250,193.3 centre size 6.5 #595959
                text “1.0” 317.3,193.3 centre size 6.5 #595959
                text “panel 3” 182.7,111.3 leading size 7.3 bold #1a1a1a
                text “Step” 174.3,205.6 centre size 7.3 #1a1a1a
                text “Loss” 15.5,105.8 centre upright size 7.3 #1a1a1a
                line #0072b2 1.2: 329.3,34 344,34
                text “a” 348.2,36.2 leading size 6.5 #1a1a1a
                """)
    }

    @Test("a panel with an axis of its own has its own domain, labels and title")
    func ownAxis() throws {
        let panels = [
            Panel(title: "lr", marks: [line([1, 2])], x: Axis("lr", domain: 0...100)),
            Panel(title: "size", marks: [line([1, 2])], x: Axis("size", categories: ["small", "large"])),
        ]
        let lines = record(Figure(title: "", x: Axis("unused"), y: Axis("Loss"), panels: panels))
        for text in ["lr", "size", "100", "small", "large"] { #expect(lines.contains { $0.contains("“\(text)”") }) }
        #expect(!lines.contains { $0.contains("“unused”") })
        #expect(lines.filter { $0.contains("“1.0”") }.count == 1)
    }

    @Test("a panel without values says so, and does not disturb the others")
    func emptyPanel() {
        let panels = [Panel(title: "a", marks: [line([1, 2])]), Panel(title: "b", marks: [line([.nan])])]
        let lines = record(Figure(title: "", x: Axis("x"), y: Axis("y"), panels: panels))
        #expect(lines.filter { $0.contains("“No values to show”") }.count == 1)
        #expect(lines.contains { $0.contains("“2.0”") })
        #expect(!record(Figure(title: "", x: Axis("x"), y: Axis("y"), panels: [])).isEmpty)
    }

    @Test(
        "the grid's columns follow the page's shape",
        arguments: [
            (1, 500, 300, 1), (2, 500, 300, 2), (2, 200, 400, 1), (3, 500, 290, 3), (4, 500, 300, 2), (6, 500, 300, 3),
            (8, 500, 300, 4),
            (9, 500, 300, 3), (12, 200, 900, 2),
        ] as [(Int, Double, Double, Int)])
    func columns(count: Int, width: Double, height: Double, expected: Int) {
        let room = Rectangle(left: 0, top: 0, width: width, height: height)
        #expect(PanelGrid.columns(for: count, in: room) == expected)
    }

    @Test("too many panels for the page are an error that says so")
    func tooSmall() throws {
        var figure = Figure(
            title: "", x: Axis("x"), y: Axis("y"),
            panels: (0..<30).map { _ in Panel(title: "p", marks: [line([1, 2])]) })
        figure.size = try FigureSize("3x2.25")
        let error = ChartError.tooSmall(figure.size, panels: 30)
        #expect(throws: error) { try figure.encoded(as: .svg) }
        #expect(
            error.description
                == "30 panels do not fit on 3x2.25 inches; make the size larger or the panels fewer.")
    }

    @Test("a colour bar shows the scale's colours with ticks and a title")
    func colorBar() throws {
        var figure = Figure(
            title: "", x: Axis("x", categories: ["a"]), y: Axis("y", categories: ["b"]),
            marks: [
                CellMark(
                    series: "s", columns: [0], rows: [0], values: [0.5], texts: ["0.5"],
                    scale: ColorScale(domain: 0...1, theme: .light))
            ])
        figure.colorBar = ColorBar(title: "Accuracy", scale: ColorScale(domain: 0...1, theme: .light))
        figure.size = try FigureSize("4x2.5")
        let lines = record(figure)
        #expect(
            lines.map { $0.hasPrefix("gradient") ? String($0.prefix(30)) : $0 }.joined(separator: "\n") == """
                rectangle 0,0 288×180 #ffffff
                inside 27.5,14.5 208.4×135.6:
                  rectangle 29.9,16.9 203.6×130.8 #169ca1
                  text “0.5” 131.6,84.4 centre size 6 #111111
                segments #4d4d4d 0.8: 29.5,148.1–233.8,148.1
                text “a” 131.6,159 centre size 6 #595959
                text “b” 24.5,84.4 trailing size 6 #595959
                text “x” 131.6,170.5 centre size 6.7 #1a1a1a
                text “y” 14.2,82.3 centre upright size 6.7 #1a1a1a
                gradient 245.8,16.5 7.2×131.6 
                segments #4d4d4d 0.8: 253,148.1–256,148.1 253,82.3–256,82.3 253,16.5–256,16.5
                text “0.0” 267.8,150.2 trailing size 6 #595959
                text “0.5” 267.8,84.4 trailing size 6 #595959
                text “1.0” 267.8,18.5 trailing size 6 #595959
                text “Accuracy” 278.5,82.3 centre upright size 6.7 #1a1a1a
                """)
    }

    @Test("a table tells panels apart, and has names for the places on an axis of names")
    func table() {
        let axis = Axis("size", categories: ["small", "large"])
        let figure = Figure(
            title: "", x: Axis("x"), y: Axis("y"),
            panels: [
                Panel(title: "one", marks: [line([5, 6])], x: axis), Panel(title: "two", marks: [line([7, .nan])]),
            ])
        #expect(
            DataTable(figure).csv == """
                panel,series,x,y
                one,a,small,5
                one,a,large,6
                two,a,0,7
                two,a,1,nan

                """)
    }
}
