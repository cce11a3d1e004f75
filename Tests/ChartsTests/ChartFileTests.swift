import Foundation
import Testing

@testable import Charts

@Suite struct ChartFileTests {
    private func figure(_ values: [Double] = [3, 1, 2], scale: ScaleKind = .linear) -> Figure {
        let x = values.indices.map { Double($0 + 1) }
        return Figure(
            title: "Größe – “loss”", subtitle: "One seed.", x: Axis("Epoch", isWhole: true),
            y: Axis("Loss", scale: scale),
            marks: [
                BandMark(
                    series: "a", x: x, low: values, high: values.map { $0 * 1.5 }, color: Color(hex: 0, opacity: 0.2)),
                LineMark(
                    series: "a", label: "a", x: x, y: values, stroke: Stroke(Color(hex: 0x0072B2), width: 1.5),
                    isBroken: true),
            ], command: "sweep chart a")
    }

    @Test("equal figures give equal bytes, whatever was drawn between", arguments: ChartFormat.allCases)
    func sameBytes(format: ChartFormat) throws {
        let first = try figure().encoded(as: format, resolution: 40)
        _ = try figure([1, 2, 3, 4], scale: .log).encoded(as: format, resolution: 40)
        #expect(try figure().encoded(as: format, resolution: 40) == first)
        #expect(try figure([3, 1, 5]).encoded(as: format, resolution: 40) != first)
    }

    @Test("every mark gives equal bytes each time, in every theme", arguments: ChartFormat.allCases)
    func everyMark(format: ChartFormat) throws {
        for name in ThemeName.allCases {
            let theme = name.theme
            let scale = ColorScale(domain: 0...1, theme: theme)
            let stroke = Stroke(theme.palette.color(0), width: 1, dash: .dashed)
            let names = Axis("Size", categories: ["small", "large"])
            let panels = [
                Panel(
                    title: "cells",
                    marks: [
                        CellMark(
                            series: "c", columns: [0, 1], rows: [0, 1], values: [0, 1], texts: ["0", nil], scale: scale)
                    ], x: names, y: names),
                Panel(
                    title: "bars",
                    marks: [
                        BarMark(
                            series: "b", label: "b", direction: .vertical, at: [0, 1], values: [1, 2],
                            color: stroke.color),
                        IntervalMark(
                            series: "b", direction: .vertical, at: [0, 1], low: [0.5, 1], high: [2, 3], stroke: stroke),
                        SpanMark(series: "s", rows: [1], from: [0], to: [1], color: theme.context),
                    ]),
                Panel(
                    title: "dots",
                    marks: DotShape.allCases.map { shape in
                        DotMark(
                            series: shape.rawValue, label: shape.rawValue, x: [0, 1], y: [1, 2], color: stroke.color,
                            shape: shape)
                    } + [
                        RuleMark(series: "r", label: "r", direction: .vertical, at: 0.5, stroke: stroke),
                        RuleMark(series: "q", label: "q", direction: .horizontal, at: 0.5, stroke: stroke),
                        ParallelAxesMark(
                            axes: [ParallelAxis(name: "p", ticks: [.init(position: 0.5, label: "half")])], part: .words),
                    ]),
            ]
            let figure = Figure(
                title: "All", x: Axis("x"), y: Axis("y"), panels: panels,
                colorBar: ColorBar(title: "Value", scale: scale), theme: theme)
            let first = try figure.encoded(as: format, resolution: 40)
            #expect(try figure.encoded(as: format, resolution: 40) == first)
        }
    }

    @Test(
        "no data make the program stop",
        arguments: [
            [], [.nan], [1], [0, 0], [.infinity, 1, -.infinity], [1e-300, 1e300], [-1.7e308, 1.7e308],
            [.leastNonzeroMagnitude, 0],
            [1, 1.0.nextUp], [-1, 0, 1],
        ] as [[Double]])
    func degenerateData(values: [Double]) throws {
        for scale in ScaleKind.allCases {
            for format in ChartFormat.allCases {
                #expect(try !figure(values, scale: scale).encoded(as: format, resolution: 40).isEmpty)
            }
        }
    }

    @Test("a PNG is as large as size and resolution say, and carries its texts")
    func png() throws {
        var figure = figure()
        figure.size = try FigureSize("4x3")
        let bytes = try figure.encoded(as: .png, resolution: 100)
        let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
        #expect(width == 400 && height == 300)
        let perMeter: [UInt8] = Array("pHYs".utf8) + [0, 0, 15, 97, 0, 0, 15, 97, 1]
        #expect(bytes.firstRange(of: perMeter) != nil)
        for text in ["Title\0\0\0\0\0Größe – “loss”", "Comment\0\0\0\0\0sweep chart a"] {
            #expect(bytes.firstRange(of: Array(text.utf8)) != nil)
        }
        // Decoders check the sums of all chunks; that of the empty last one is known.
        #expect(CRC32.of(Array("IEND".utf8)) == 0xAE42_6082)
    }

    @Test("long lines drawn together look as they do one by one")
    func linesTogether() throws {
        func pixels(_ lines: [LineMark], between: [any Mark]) throws -> [UInt8] {
            var figure = Figure(title: "", x: Axis("x"), y: Axis("y"), marks: lines.flatMap { [$0] + between })
            figure.size = try FigureSize("4x3")
            let canvas = try CairoCanvas(page: figure.size.page, format: .png(resolution: 100))
            for primitive in FigureLayout(figure, measure: canvas.width).primitives { canvas.draw(primitive) }
            return try canvas.pixels().bytes
        }
        let x = (0..<700).map(Double.init)
        let lines = (0..<6).map { index in
            LineMark(
                series: "\(index)", x: x, y: x.map { sin($0 / 20 + Double(index)) },
                stroke: Stroke(Color(hex: index < 5 ? 0x0072B2 : 0xD55E00), width: 0.8))
        }
        // A dot that cannot be seen keeps the lines apart.
        let apart = DotMark(series: "d", x: [350], y: [0], color: Color(hex: 0, opacity: 0), shape: .square)
        let (together, single) = (try pixels(lines, between: []), try pixels(lines, between: [apart]))
        let differences = zip(together, single).map { abs(Int($0) - Int($1)) }
        // Where lines cross, edges are mixed in another order; an opaque line moved by a pixel would differ by 200.
        #expect(differences.max() ?? 0 <= 90)
        #expect(Double(differences.reduce(0, +)) / Double(differences.count) < 0.25)
        #expect(together.contains { $0 < 100 })
    }

    @Test("a PDF and an SVG say what they show and how to make it again")
    func wordsInFiles() throws {
        var chart = figure()
        chart.title = "a < b & c"
        chart.subtitle = "Mean."
        chart.command = "sweep chart a --kind loss"
        let svg = String(decoding: try chart.encoded(as: .svg), as: UTF8.self)
        #expect(
            svg.contains(
                "\n<title>a &lt; b &amp; c</title>\n<desc>Mean.\nsweep chart a --kind loss</desc>\n<"))
        let pdf = String(decoding: try chart.encoded(as: .pdf), as: Unicode.ASCII.self)
        #expect(pdf.contains("/Subject (Mean.)") && pdf.contains("/Keywords (sweep chart a --kind loss)"))
    }

    @Test("a PDF tells no time of its making")
    func pdfDate() throws {
        let text = String(decoding: try figure().encoded(as: .pdf), as: Unicode.ASCII.self)
        #expect(text.contains("/CreationDate (20000101000000"))
    }

    @Test("a file is replaced whole, and what cannot be written is an error with a reason")
    func writing() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "charts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "a.SVG").path
        try "old".write(toFile: path, atomically: false, encoding: .utf8)
        try figure().write(to: path)
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<?xml"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.SVG"])

        let missing = folder.appending(path: "none/a.png").path
        #expect(throws: ChartError.cannotWrite(path: missing, reason: "No such file or directory")) {
            try figure().write(to: missing)
        }
        // A folder cannot be replaced by a file; nothing is left beside it.
        let occupied = folder.appending(path: "b.png").path
        try FileManager.default.createDirectory(atPath: occupied, withIntermediateDirectories: true)
        #expect(throws: ChartError.self) { try figure().write(to: occupied) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.SVG", "b.png"])
    }

    @Test("errors say the value, the rule and the next step")
    func words() {
        #expect(throws: ChartError.unknownFormat(path: "a.gif")) { try ChartFormat(path: "a.gif") }
        #expect(throws: ChartError.unknownFormat(path: "dir.png/a")) { try ChartFormat(path: "dir.png/a") }
        #expect(
            ChartError.unknownFormat(path: "a.gif").description
                == "'a.gif' does not say its format; it must end in .png, .svg, .pdf or .csv.")
        for text in ["", "7", "7x", "axb", "7x4x2", "1x4", "7x101", "nanx4", "-7x4", "infx3"] {
            #expect(throws: ChartError.badSize(text)) { try FigureSize(text) }
        }
        #expect(
            ChartError.badSize("7").description
                == "The size is '7'; it must be WIDTHxHEIGHT with both in 2...100 inches, as 7.2x4.5 or 18x11cm.")
        #expect(throws: ChartError.badResolution(5)) { try figure().encoded(as: .png, resolution: 5) }
        #expect(
            ChartError.badResolution(5).description
                == "The resolution is 5.0; it must be in 10...1200 dots per inch.")
        #expect(
            ChartError.cannotWrite(path: "a.png", reason: "No space left on device").description
                == "'a.png' cannot be written: No space left on device.")
        #expect(
            ChartError.noFonts.description
                == "The system has no fonts to write with; install some, for example the package fonts-dejavu-core.")
    }

    @Test("a picture of too many pixels is refused")
    func tooLarge() throws {
        var figure = figure()
        figure.size = try FigureSize("100x100")
        let error = ChartError.tooManyPixels(width: 20_000, height: 20_000)
        #expect(throws: error) { try figure.encoded(as: .png, resolution: 200) }
        #expect(
            error.description
                == "20000 × 20000 pixels are too many for one picture; make the size or the resolution smaller.")
    }

    @Test("sizes may be in centimetres and millimetres")
    func sizes() throws {
        #expect(try FigureSize("5.08x7.62cm").page.width == 144)
        #expect(abs(try FigureSize("50.8x76.2MM").page.height - 216) < 1e-9)
        #expect(try FigureSize("7.2x4.5").page == FigureSize.standard.page)
        #expect(try FigureSize("7.2 x 4.5in").page == FigureSize.standard.page)
    }

    @Test("Pango reads no markup")
    func markup() throws {
        let canvas = try CairoCanvas(page: FigureSize.standard.page, format: .svg)
        func width(_ string: String) -> Double { canvas.width(of: Text(string, size: 10, color: Color(hex: 0))) }
        #expect(width("<b>x</b>") > 3 * width("x"))
        let raised = Text(runs: .plain("10") + .raised("8"), size: 10, color: Color(hex: 0))
        #expect(canvas.width(of: raised) > width("10"))
        #expect(canvas.width(of: raised) < width("108"))
    }

    @Test("characters that no font has are named with a package that may have them, and those that one has are not")
    func fontGaps() throws {
        func warning(_ title: String) throws -> String? {
            _ = FontGaps.takeWarning()
            var figure = figure()
            figure.title = title
            // Text is drawn alike in all formats.
            _ = try figure.encoded(as: .svg)
            return FontGaps.takeWarning()
        }
        // Of the private use area.
        #expect(
            try warning("a \u{E123} b")
                == "warning: no installed font has the character \u{E123}; charts show a box in its place. Install a font that "
                + "does, for example the package fonts-noto, and draw them again.")
        #expect(try warning("学习率衰减 10⁻⁵ β") == nil, "make test installs fonts-wqy-microhei")
        FontGaps.add("学习率衰减学习")
        #expect(FontGaps.takeWarning()?.contains("the characters 习 减 学 率 衰; charts show boxes") == true)
        FontGaps.add("学")
        #expect(FontGaps.takeWarning()?.contains("the package fonts-noto-cjk") == true)
        #expect(FontGaps.takeWarning() == nil)
    }
}
