import Testing

@testable import Charts

/// Figures as a canvas sees them.
@Suite struct RecordTests {
    private let stroke = Stroke(Color(hex: 0x0072B2), width: 1.5)

    private func record(_ figure: Figure) -> String {
        var canvas = RecorderCanvas()
        figure.draw(on: &canvas)
        return canvas.text
    }

    @Test("a line with its band is named at its end")
    func lineWithBand() throws {
        var figure = Figure(
            title: "Loss", subtitle: "Mean of 2 seeds.", x: Axis("Epoch", isWhole: true), y: Axis("Loss", unit: "nats"),
            marks: [
                BandMark(
                    series: "adam", x: [1, 2, 3], low: [2, 0.9, 0.4], high: [2.4, 1.1, 0.6],
                    color: Color(hex: 0x0072B2, opacity: 0.16)),
                LineMark(series: "adam", label: "adam", x: [1, 2, 3], y: [2.2, 1, 0.5], stroke: stroke),
            ])
        figure.size = try FigureSize("5x3")
        #expect(
            record(figure) == """
                rectangle 0,0 360×216 #ffffff
                text “Loss” 8.2,18 leading size 9.8 bold #1a1a1a
                text “Mean of 2 seeds.” 8.2,27.4 leading size 6.5 #595959
                segments #e4e4e4 0.6: 38.5,36.6–38.5,181.8 182,36.6–182,181.8 325.5,36.6–325.5,181.8 \
                38.5,168.6–325.5,168.6 38.5,135.6–325.5,135.6 38.5,102.6–325.5,102.6 38.5,69.6–325.5,69.6 \
                38.5,36.6–325.5,36.6
                inside 36.5,34.6 291×149.2:
                  area #0072b2 16%: 38.5,43.2 182,129 325.5,162 325.5,175.2 182,142.2 38.5,69.6
                  line #0072b2 1.2: 38.5,56.4 182,135.6 325.5,168.6
                segments #4d4d4d 0.8: 38.5,181.8–325.5,181.8 38.5,181.8–38.5,184.8 182,181.8–182,184.8 \
                325.5,181.8–325.5,184.8
                text “1” 38.5,193.3 centre size 6.5 #595959
                text “2” 182,193.3 centre size 6.5 #595959
                text “3” 325.5,193.3 centre size 6.5 #595959
                text “0.5” 33.5,170.9 trailing size 6.5 #595959
                text “1.0” 33.5,137.9 trailing size 6.5 #595959
                text “1.5” 33.5,104.9 trailing size 6.5 #595959
                text “2.0” 33.5,71.9 trailing size 6.5 #595959
                text “2.5” 33.5,38.8 trailing size 6.5 #595959
                text “Epoch” 182,205.6 centre size 7.3 #1a1a1a
                text “Loss (nats)” 15.5,109.2 centre upright size 7.3 #1a1a1a
                line #0072b2 60% 0.6: 327.5,168.6 329.5,168.6 334.5,168.6
                text “adam” 337.5,170.9 leading size 6.5 #0072b2

                """)
    }

    @Test("what a logarithmic axis cannot show is a gap with a note, and a broken line ends in a cross")
    func logarithmicWithGap() throws {
        var figure = Figure(
            title: "", x: Axis("Step"), y: Axis("Rate", scale: .log),
            marks: [
                LineMark(series: "a", x: [0, 1, 2, 3, 4], y: [1, 100, 0, 10, 1000], stroke: stroke, isBroken: true)
            ])
        figure.size = try FigureSize("5x3")
        #expect(
            record(figure) == """
                rectangle 0,0 360×216 #ffffff
                segments #f2f2f2 0.5: 42.1,166.8–341.8,166.8 42.1,164.4–341.8,164.4 42.1,148.3–341.8,148.3 \
                42.1,140–341.8,140 42.1,134.2–341.8,134.2 42.1,129.7–341.8,129.7 42.1,126–341.8,126 \
                42.1,122.9–341.8,122.9 42.1,120.2–341.8,120.2 42.1,117.8–341.8,117.8 42.1,101.6–341.8,101.6 \
                42.1,93.4–341.8,93.4 42.1,87.6–341.8,87.6 42.1,83–341.8,83 42.1,79.3–341.8,79.3 42.1,76.2–341.8,76.2 \
                42.1,73.5–341.8,73.5 42.1,71.1–341.8,71.1 42.1,54.9–341.8,54.9 42.1,46.7–341.8,46.7 \
                42.1,40.9–341.8,40.9 42.1,36.4–341.8,36.4 42.1,32.7–341.8,32.7 42.1,29.6–341.8,29.6 \
                42.1,26.9–341.8,26.9 42.1,24.5–341.8,24.5
                segments #e4e4e4 0.6: 42.1,15.3–42.1,169.3 79.6,15.3–79.6,169.3 117,15.3–117,169.3 \
                154.5,15.3–154.5,169.3 192,15.3–192,169.3 229.4,15.3–229.4,169.3 266.9,15.3–266.9,169.3 \
                304.4,15.3–304.4,169.3 341.8,15.3–341.8,169.3 42.1,162.3–341.8,162.3 42.1,115.6–341.8,115.6 \
                42.1,69–341.8,69 42.1,22.3–341.8,22.3
                inside 40.1,13.3 303.7×158:
                  line #0072b2 1.2: 42.1,162.3 117,69
                  line #0072b2 1.2: 266.9,115.6 341.8,22.3
                  segments #0072b2 1.2: 339.2,20.1–343.6,24.5 339.2,24.5–343.6,20.1
                segments #4d4d4d 0.8: 42.1,169.3–341.8,169.3 42.1,169.3–42.1,172.3 79.6,169.3–79.6,172.3 \
                117,169.3–117,172.3 154.5,169.3–154.5,172.3 192,169.3–192,172.3 229.4,169.3–229.4,172.3 \
                266.9,169.3–266.9,172.3 304.4,169.3–304.4,172.3 341.8,169.3–341.8,172.3
                text “0.0” 42.1,180.8 centre size 6.5 #595959
                text “0.5” 79.6,180.8 centre size 6.5 #595959
                text “1.0” 117,180.8 centre size 6.5 #595959
                text “1.5” 154.5,180.8 centre size 6.5 #595959
                text “2.0” 192,180.8 centre size 6.5 #595959
                text “2.5” 229.4,180.8 centre size 6.5 #595959
                text “3.0” 266.9,180.8 centre size 6.5 #595959
                text “3.5” 304.4,180.8 centre size 6.5 #595959
                text “4.0” 341.8,180.8 centre size 6.5 #595959
                text “1” 37.1,164.6 trailing size 6.5 #595959
                text “10” 37.1,117.9 trailing size 6.5 #595959
                text “100” 37.1,71.3 trailing size 6.5 #595959
                text “1000” 37.1,24.6 trailing size 6.5 #595959
                text “Step” 192,193.1 centre size 7.3 #1a1a1a
                text “Rate” 15.5,92.3 centre upright size 7.3 #1a1a1a
                text “1 value is not above 0 and cannot be drawn on the logarithmic vertical axis.” 8.2,205.9 leading \
                size 6.5 #595959

                """)
    }

    @Test("nothing at all is said so")
    func empty() throws {
        var figure = Figure(title: "Empty", x: Axis("x"), y: Axis("y"), marks: [])
        figure.size = try FigureSize("4x2.5")
        #expect(
            record(figure) == """
                rectangle 0,0 288×180 #ffffff
                text “Empty” 7.5,16.4 leading size 8.9 bold #1a1a1a
                segments #4d4d4d 0.8: 26.2,148.1–270.5,148.1
                text “x” 148.4,170.5 centre size 6.7 #1a1a1a
                text “y” 14.2,86.8 centre upright size 6.7 #1a1a1a
                text “No values to show” 148.4,86.8 centre size 6.7 #595959

                """)
    }

    @Test("many lines have a legend with sixteen entries and the number of the others")
    func manyLines() {
        let marks = (0..<48).map { index in
            LineMark(series: "\(index)", label: "line \(index)", x: [1, 2], y: [0, Double(index)], stroke: stroke)
        }
        let lines = record(Figure(title: "", x: Axis("x"), y: Axis("y"), marks: marks)).split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("text “line ") }.count == 16)
        #expect(lines.contains { $0.hasPrefix("text “… and 32 more”") })
    }

    @Test("text of users is data: no markup, one line")
    func hostileText() {
        let name = "<b>bold</b> &amp;\n\u{7}\u{2028}next"
        let figure = Figure(
            title: name, x: Axis(name), y: Axis("y"),
            marks: [LineMark(series: name, label: name, x: [1, 2], y: [1, 2], stroke: stroke)])
        let lines = record(figure).split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("text “<b>bold</b> &amp;   next”") })
    }

    @Test("a page that is small has its names above the plot")
    func smallPage() throws {
        var figure = Figure(
            title: "t", x: Axis("x"), y: Axis("y"),
            marks: [LineMark(series: "a", label: "name", x: [1, 2], y: [1, 2], stroke: stroke)])
        figure.size = try FigureSize("3x2")
        let lines = record(figure).split(separator: "\n")
        let name = try #require(lines.firstIndex { $0.contains("“name”") })
        let plot = try #require(lines.firstIndex { $0.hasPrefix("inside") })
        #expect(name < plot)
    }
}
