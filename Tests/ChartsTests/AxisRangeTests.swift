import Testing

@testable import Charts

/// Axes whose ends a person names.
@Suite struct AxisRangeTests {
    @Test(
        "is two ascending numbers, of which one may be missing",
        arguments: [
            ("0.1,5", 0.1, 5, "0.1,5"), ("-3, 2e1", -3, 20, "-3,20"), (",5", nil, 5, ",5"), ("10,", 10, nil, "10,"),
        ] as [(String, Double?, Double?, String)])
    func reading(text: String, lowest: Double?, highest: Double?, written: String) throws {
        let range = try AxisRange(text)
        #expect(range.lowest == lowest && range.highest == highest)
        #expect(range.description == written)
    }

    @Test(
        "is refused where it is anything else",
        arguments: ["", ",", "5", "5,1", "1,1", "1,2,3", "a,b", "0,inf", "nan,1"])
    func refused(text: String) {
        #expect(throws: ChartError.badRange(text)) { try AxisRange(text) }
        #expect(
            ChartError.badRange("5,1").description
                == "The range is '5,1'; it must be two ascending numbers as 0.1,5, of which one may be missing: 0.1, or ,5."
        )
    }

    private func scale(_ text: String, _ kind: ScaleKind = .linear, domain: ClosedRange<Double>? = nil) throws -> Scale
    {
        var range = DataRange(scale: kind)
        range.include([1, 10])
        let axis = Axis("", scale: kind, domain: domain).ending(at: try AxisRange(text))
        return Scale(axis, showing: range, padding: 0.05)
    }

    @Test("an axis ends where it was asked to, and its other end is the data's")
    func ends() throws {
        #expect(try scale("2,4").lower == 2)
        #expect(try scale("2,4").upper == 4)
        #expect(try scale(",4").lower < 1)
        #expect(try scale("0.1,100", .log).lower == 0.1)
        #expect(try scale("3,", domain: 0...20).lower == 3)
        #expect(try scale("3,", domain: 0...20).upper == 20)
    }

    @Test("an end beyond all data leaves an axis of some length, and a logarithmic one has no end at 0")
    func senseless() throws {
        #expect(try scale("50,").lower == 50)
        #expect(try scale("50,").upper > 50)
        #expect(try scale(",0.01", .log).upper == 0.01)
        #expect(try scale(",0.01", .log).lower > 0)
        #expect(try scale("-1,5", .log).lower > 0)
        #expect(try AxisRange("0,5").reachesZero)
        #expect(try !AxisRange(",5").reachesZero)
    }

    @Test("the chart says that values lie beyond the ends")
    func told() throws {
        let line = LineMark(
            series: "a", x: [1, 2, 3], y: [1, 5, 9], stroke: Stroke(Color(hex: 0x0072B2), width: 1.5))
        var canvas = RecorderCanvas()
        Figure(title: "", x: Axis("x"), y: Axis("y").ending(at: try AxisRange(",6")), marks: [line]).draw(on: &canvas)
        #expect(canvas.text.contains("“Some values lie outside the vertical axis.”"))
    }
}
