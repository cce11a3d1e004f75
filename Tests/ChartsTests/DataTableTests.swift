import Foundation
import Testing

@testable import Charts

@Suite struct DataTableTests {
    private func figure(_ marks: [any Mark]) -> Figure {
        Figure(title: "", x: Axis("x"), y: Axis("y"), marks: marks)
    }

    private let stroke = Stroke(Color(hex: 0), width: 1)

    @Test("a line and its band share their rows")
    func together() {
        let table = DataTable(
            figure([
                BandMark(series: "a", x: [1, 2], low: [0, .nan], high: [2, .infinity], color: Color(hex: 0)),
                LineMark(series: "a", x: [1, 2], y: [1, 0.1], stroke: stroke),
                LineMark(series: "b, \"quoted\"\nline", x: [3], y: [-1e-300], stroke: stroke),
            ]))
        #expect(
            table.csv == """
                series,x,y,low,high
                a,1,1,0,2
                a,2,0.1,nan,inf
                "b, ""quoted""
                line",3,-1e-300,,

                """)
    }

    @Test("two lines of one name keep their own rows")
    func sameName() {
        let table = DataTable(
            figure([
                LineMark(series: "a", x: [1], y: [1], stroke: stroke),
                LineMark(series: "a", x: [1], y: [2], stroke: stroke),
            ]))
        #expect(table.rows.count == 2)
    }

    @Test("numbers read back to the same bits")
    func precision() {
        let values = [
            0.1 + 0.2, 1e23, Double.leastNonzeroMagnitude, -0.0, .greatestFiniteMagnitude, 123_456_789, 1 / 3,
            0x1p53 + 2,
        ]
        let table = DataTable(figure([LineMark(series: "s", x: values, y: values, stroke: stroke)]))
        let lines = table.csv.split(separator: "\n").dropFirst()
        for (line, value) in zip(lines, values) {
            let fields = line.split(separator: ",")
            #expect(Double(fields[1])?.bitPattern == value.bitPattern)
        }
    }
}
