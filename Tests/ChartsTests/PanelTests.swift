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
                segments #e4e4e4 0.6: 31.3,27.9–31.3,94.1 57.8,27.9–57.8,94.1 84.4,27.9–84.4,94.1 \
                110.9,27.9–110.9,94.1 137.4,27.9–137.4,94.1 163.9,27.9–163.9,94.1 31.3,94.1–163.9,94.1 \
                31.3,80.1–163.9,80.1 31.3,66–163.9,66 31.3,52–163.9,52 31.3,38–163.9,38
                inside 29.3,25.9 136.6×70.2:
                  line #0072b2 1.2: 31.3,87.1 163.9,80.1
                segments #4d4d4d 0.8: 31.3,94.1–163.9,94.1 31.3,94.1–31.3,97.1 57.8,94.1–57.8,97.1 \
                84.4,94.1–84.4,97.1 110.9,94.1–110.9,97.1 137.4,94.1–137.4,97.1 163.9,94.1–163.9,97.1
                text “0” 26.3,96.3 trailing size 6.5 #595959
                text “2” 26.3,82.3 trailing size 6.5 #595959
                text “4” 26.3,68.3 trailing size 6.5 #595959
                text “6” 26.3,54.3 trailing size 6.5 #595959
                text “8” 26.3,40.3 trailing size 6.5 #595959
                text “panel 0” 31.3,22.7 leading size 7.3 bold #1a1a1a
                segments #e4e4e4 0.6: 184.7,27.9–184.7,94.1 211.2,27.9–211.2,94.1 237.7,27.9–237.7,94.1 \
                264.3,27.9–264.3,94.1 290.8,27.9–290.8,94.1 317.3,27.9–317.3,94.1 184.7,94.1–317.3,94.1 \
                184.7,80.1–317.3,80.1 184.7,66–317.3,66 184.7,52–317.3,52 184.7,38–317.3,38
                inside 182.7,25.9 136.6×70.2:
                  line #0072b2 1.2: 184.7,59 317.3,31
                segments #4d4d4d 0.8: 184.7,94.1–317.3,94.1 184.7,94.1–184.7,97.1 211.2,94.1–211.2,97.1 \
                237.7,94.1–237.7,97.1 264.3,94.1–264.3,97.1 290.8,94.1–290.8,97.1 317.3,94.1–317.3,97.1
                text “panel 1” 184.7,22.7 leading size 7.3 bold #1a1a1a
                segments #e4e4e4 0.6: 31.3,115.6–31.3,181.8 57.8,115.6–57.8,181.8 84.4,115.6–84.4,181.8 \
                110.9,115.6–110.9,181.8 137.4,115.6–137.4,181.8 163.9,115.6–163.9,181.8 31.3,181.8–163.9,181.8 \
                31.3,167.8–163.9,167.8 31.3,153.8–163.9,153.8 31.3,139.8–163.9,139.8 31.3,125.8–163.9,125.8
                inside 29.3,113.6 136.6×70.2:
                  line #0072b2 1.2: 31.3,167.8 163.9,181.8
                segments #4d4d4d 0.8: 31.3,181.8–163.9,181.8 31.3,181.8–31.3,184.8 57.8,181.8–57.8,184.8 \
                84.4,181.8–84.4,184.8 110.9,181.8–110.9,184.8 137.4,181.8–137.4,184.8 163.9,181.8–163.9,184.8
                text “0.0” 31.3,193.3 centre size 6.5 #595959
                text “0.2” 57.8,193.3 centre size 6.5 #595959
                text “0.4” 84.4,193.3 centre size 6.5 #595959
                text “0.6” 110.9,193.3 centre size 6.5 #595959
                text “0.8” 137.4,193.3 centre size 6.5 #595959
                text “1.0” 163.9,193.3 centre size 6.5 #595959
                text “0” 26.3,184.1 trailing size 6.5 #595959
                text “2” 26.3,170.1 trailing size 6.5 #595959
                text “4” 26.3,156.1 trailing size 6.5 #595959
                text “6” 26.3,142.1 trailing size 6.5 #595959
                text “8” 26.3,128.1 trailing size 6.5 #595959
                text “panel 2” 31.3,110.4 leading size 7.3 bold #1a1a1a
                segments #e4e4e4 0.6: 184.7,115.6–184.7,181.8 211.2,115.6–211.2,181.8 237.7,115.6–237.7,181.8 \
                264.3,115.6–264.3,181.8 290.8,115.6–290.8,181.8 317.3,115.6–317.3,181.8 184.7,181.8–317.3,181.8 \
                184.7,167.8–317.3,167.8 184.7,153.8–317.3,153.8 184.7,139.8–317.3,139.8 184.7,125.8–317.3,125.8
                inside 182.7,113.6 136.6×70.2:
                  line #0072b2 1.2: 184.7,160.8 317.3,160.8
                segments #4d4d4d 0.8: 184.7,181.8–317.3,181.8 184.7,181.8–184.7,184.8 211.2,181.8–211.2,184.8 \
                237.7,181.8–237.7,184.8 264.3,181.8–264.3,184.8 290.8,181.8–290.8,184.8 317.3,181.8–317.3,184.8
                text “0.0” 184.7,193.3 centre size 6.5 #595959
                text “0.2” 211.2,193.3 centre size 6.5 #595959
                text “0.4” 237.7,193.3 centre size 6.5 #595959
                text “0.6” 264.3,193.3 centre size 6.5 #595959
                text “0.8” 290.8,193.3 centre size 6.5 #595959
                text “1.0” 317.3,193.3 centre size 6.5 #595959
                text “panel 3” 184.7,110.4 leading size 7.3 bold #1a1a1a
                text “Step” 174.3,205.6 centre size 7.3 #1a1a1a
                text “Loss” 15.5,104.8 centre upright size 7.3 #1a1a1a
                line #0072b2 1.2: 329.3,32.1 344,32.1
                text “a” 348.2,34.4 leading size 6.5 #1a1a1a
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
                inside 27.5,11.9 208.4×138.2:
                  rectangle 29.9,14.3 203.6×133.4 #169ca1
                  text “0.5” 131.6,83.1 centre size 6 #111111
                segments #4d4d4d 0.8: 29.5,148.1–233.8,148.1
                text “a” 131.6,159 centre size 6 #595959
                text “b” 24.5,83.1 trailing size 6 #595959
                text “x” 131.6,170.5 centre size 6.7 #1a1a1a
                text “y” 14.2,81 centre upright size 6.7 #1a1a1a
                gradient 245.8,13.9 7.2×134.2 
                segments #4d4d4d 0.8: 253,148.1–256,148.1 253,81–256,81 253,13.9–256,13.9
                text “0.0” 267.8,150.2 trailing size 6 #595959
                text “0.5” 267.8,83.1 trailing size 6 #595959
                text “1.0” 267.8,16 trailing size 6 #595959
                text “Accuracy” 278.5,81 centre upright size 6.7 #1a1a1a
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
