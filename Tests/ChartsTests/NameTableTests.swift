import Testing

@testable import Charts

/// Tables of what short names stand for.
@Suite struct NameTableTests {
    private func figure(_ rows: Int, columns: Int, size: FigureSize = .standard) -> Figure {
        var figure = Figure(
            title: "t", x: Axis("x"), y: Axis("y"),
            marks: [LineMark(series: "a", x: [0, 1], y: [0, 1], stroke: Stroke(Theme.light.ink, width: 1))], size: size)
        figure.names = NameTable(
            [NameTable.Column("", (1...rows).map { "#\($0)" })]
                + (0..<columns).map { column in
                    NameTable.Column("parameter\(column)", (1...rows).map { "0.\($0)\(column)" }, isNumeric: true)
                })
        return figure
    }

    private func texts(_ figure: Figure) -> [(text: String, y: Double)] {
        FigureLayout(figure) { Double($0.plain.count) * $0.size * 0.55 }.primitives.compactMap { primitive in
            if case .text(let text, let place) = primitive { (text.plain, place.origin.y) } else { nil }
        }
    }

    @Test("stands below the plot on the page, every cell of it", arguments: [(3, 2), (12, 2), (8, 5)])
    func below(rows: Int, columns: Int) throws {
        let figure = figure(rows, columns: columns)
        let texts = texts(figure)
        let axis = try #require(texts.first { $0.text == "x" }).y
        for row in 1...rows {
            let name = try #require(texts.first { $0.text == "#\(row)" })
            #expect(name.y > axis && name.y < figure.size.page.bottom)
            for column in 0..<columns {
                #expect(texts.contains { $0.text == "0.\(row)\(column)" && $0.y == name.y })
            }
        }
    }

    @Test("makes a page higher of which nobody asked the height, so that plots keep half and all names are there")
    func growing() throws {
        func layout(_ size: FigureSize) -> FigureLayout {
            FigureLayout(figure(16, columns: 20, size: size)) { Double($0.plain.count) * $0.size * 0.55 }
        }
        let grown = layout(.standard)
        #expect(grown.page.height > FigureSize.standard.page.height)
        let names = texts(figure(16, columns: 20))
        #expect((1...16).allSatisfy { row in names.contains { $0.text.hasPrefix("#\(row) ") } })
        #expect(!names.contains { $0.text.hasPrefix("… and ") })
        let axis = try #require(names.first { $0.text == "x" }).y
        #expect(axis > FigureSize.standard.page.height / 2)
        let asked = try FigureSize("7.2x4.5")
        #expect(layout(asked).page == asked.page)
        var titled = figure(16, columns: 20, size: asked)
        titled.title = String(repeating: "a very long title ", count: 30)
        let words = texts(titled)
        let end = try #require(words.first { $0.text == "x" }).y
        #expect(words.allSatisfy { !$0.text.hasPrefix("#") || $0.y > end + 5 })
    }

    @Test("rows of words leave out what a name has no value of")
    func withoutValue() {
        var figure = figure(2, columns: 20)
        figure.names = figure.names.map { names in
            NameTable(names.columns + [NameTable.Column("decay.t_max", ["10", ""])])
        }
        let words = texts(figure).map(\.text).joined(separator: " ")
        #expect(words.contains("decay.t_max 10") && words.ranges(of: "t_max").count == 1)
    }

    @Test("has rows of words where the page is too narrow for its columns, and says what has no room")
    func narrow() throws {
        let wide = texts(figure(2, columns: 20)).map(\.text).joined(separator: " ")
        #expect(wide.contains("#2 parameter0 0.20, parameter1 0.21") && wide.contains("parameter19 0.219"))
        let small = texts(figure(40, columns: 2, size: try FigureSize("3x2"))).map(\.text)
        #expect(small.contains { $0.hasPrefix("… and ") && $0.hasSuffix(" more") })
    }
}
