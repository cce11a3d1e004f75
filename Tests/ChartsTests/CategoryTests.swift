import Testing

@testable import Charts

@Suite struct CategoryTests {
    private let typesetter = Typesetter(theme: .light, measure: RecorderCanvas().width)

    private func ticks(_ names: [String], length: Double) -> CategoryTicks {
        let scale = Scale(Axis("", categories: names), showing: DataRange(scale: .linear), padding: 0)
        return CategoryTicks(names: names, scale: scale, length: length, typesetter: typesetter)
    }

    private func labels(_ ticks: Ticks) -> [String] {
        ticks.major.map { $0.label.map(\.string).joined() }
    }

    @Test("a value lies at the centre of its band, the first at the left or at the top")
    func places() throws {
        let axis = Axis("", scale: .log, domain: 5...6, categories: ["a", "b", "c", "d"])
        let across = Scale(axis, showing: DataRange(scale: .log), padding: 0.05)
        #expect([0.0, 1, 2, 3].map(across.position) == [0.125, 0.375, 0.625, 0.875])
        let down = Scale(axis, showing: DataRange(scale: .log), padding: 0.05, direction: .vertical)
        #expect([0.0, 1, 2, 3].map(down.position) == [0.875, 0.625, 0.375, 0.125])
        #expect(Scale(Axis("", categories: []), showing: DataRange(scale: .linear), padding: 0).position(0) == 0.5)
    }

    @Test("names that are too long stand in rows, then lose their middle, stand upright, and are left out with a note")
    func names() {
        // Letters of 4.4 points.
        let names = ["sgd", "momentum-with-warm-up", "adam"]
        #expect(labels(ticks(names, length: 300).columns(room: 60)) == names)
        let rows = ticks(names, length: 180).columns(room: 60)
        #expect(labels(rows) == names && rows.rowCount == 2)
        #expect(ticks(names, length: 100).columns(room: 60).rowCount == 3)
        // Beyond the axis' ends there is no room.
        let shortened = ticks(["momentum-with-warm-up", "sgd", "adam"], length: 150).columns(room: 60)
        #expect(labels(shortened) == ["momen…m-up", "sgd", "adam"] && !shortened.areUpright)
        let upright = ticks(names, length: 90).columns(room: 60)
        #expect(labels(upright) == ["sgd", "moment…arm-up", "adam"] && upright.areUpright && !upright.omitsNames)
        let some = ticks(names, length: 20).columns(room: 60)
        #expect(labels(some) == ["sgd", "adam"] && some.omitsNames)
        #expect(labels(ticks(names, length: 100).rows(room: 30)) == ["sgd", "mom…up", "adam"])
    }

    @Test("numbers are typeset, and those of borders stand between the bands, some left out rather than shortened")
    func borders() {
        #expect(labels(ticks(["1e-9", "-3", "adam"], length: 300).columns(room: 60)) == ["10⁻⁹", "−3", "adam"])
        var bins = ticks(["0.01–0.02", "0.02–0.05"], length: 100)
        bins.borders = ["0.01", "0.02", "0.05"]
        #expect(labels(bins.columns(room: 60)) == ["0.01", "0.02", "0.05"])
        #expect(bins.columns(room: 60).major.map(\.position) == [0, 0.5, 1])
        var narrow = ticks(["0.01–0.02", "0.02–0.05"], length: 40)
        narrow.borders = bins.borders
        #expect(labels(narrow.columns(room: 60)) == ["0.01", "0.05"] && !narrow.columns(room: 60).omitsNames)
    }

    @Test("names that would look alike when shortened stand upright")
    func alike() {
        let names = ["width-of-the-first-layer-a", "width-of-the-other-layer-a"]
        #expect(ticks(names, length: 110).columns(room: 200).areUpright)
    }

    @Test("a figure with more names than rows says that some are left out")
    func note() throws {
        let names = (0..<400).map { "trial \($0)" }
        let mark = LineMark(
            series: "a", x: names.indices.map(Double.init), y: names.indices.map(Double.init),
            stroke: Stroke(Color(hex: 0), width: 1))
        var canvas = RecorderCanvas()
        Figure(title: "", x: Axis("x"), y: Axis("", categories: names), marks: [mark]).draw(on: &canvas)
        #expect(canvas.text.contains("“Some names are left out: there are too many for this size.”"))
        #expect(!canvas.text.contains("“trial 1”") && canvas.text.contains("“trial 0”"))
    }
}
