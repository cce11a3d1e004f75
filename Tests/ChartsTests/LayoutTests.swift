import Testing

@testable import Charts

@Suite struct LayoutTests {
    private let typesetter = Typesetter(theme: .light, measure: RecorderCanvas().width)

    @Test("a name that is too long loses its middle")
    func shortening() {
        // Letters of 5.5 points.
        #expect(typesetter.shortened("optimizer", size: 10, to: 50) == "optimizer")
        #expect(typesetter.shortened("a-very-long-configuration", size: 10, to: 60) == "a-ver…tion")
        #expect(typesetter.shortened("abc", size: 10, to: 1) == "…")
        #expect(typesetter.shortened("", size: 10, to: 1) == "")
    }

    @Test("labels shown together are cut where they are alike, so that they stay different")
    func together() {
        // Letters of 5.5 points.
        let labels = [
            "adam, hyperbola rate 0.2, batch_size 64", "adam, hyperbola rate 0.5, batch_size 64", "sgd, lr 1",
        ]
        func fitted(_ letters: Int, most: Int = 1) -> [[String]] {
            typesetter.fitted(labels, size: 10, to: 5.5 * Double(letters), most: most)
        }
        #expect(fitted(39) == labels.map { [$0] })
        #expect(fitted(30) == [["adam, hype… rate 0.2, batc… 64"], ["adam, hype… rate 0.5, batc… 64"], ["sgd, lr 1"]])
        #expect(fitted(25) == [["adam, … rate 0.2, … 64"], ["adam, … rate 0.5, … 64"], ["sgd, lr 1"]])
        #expect(Set(fitted(12)).count == 3 && fitted(12).allSatisfy { $0[0].count <= 12 })
        #expect(fitted(25, most: 2)[0] == ["adam, hyperbola rate 0.2,", "batch_size 64"])
    }

    @Test("numbers in labels are as those of axes")
    func numbers() {
        let labels = ["lr 1e-5, betas [2.5e-9, 1]", "lr 100000000000000000", "run-1e-5"]
        #expect(
            typesetter.fitted(labels, size: 10, to: 1000).flatMap(\.self) == [
                "lr 10⁻⁵, betas [2.5×10⁻⁹, 1]", "lr 10¹⁷", "run-1e-5",
            ])
    }

    @Test("what is not to be told apart stays the same, and what cannot be is cut like any name")
    func alike() {
        #expect(typesetter.fitted(["momentum", "momentum"], size: 10, to: 30) == [["mo…um"], ["mo…um"]])
        let names = ["width-of-the-first-layer-a", "width-of-the-other-layer-a"]
        #expect(
            typesetter.fitted(names, size: 10, to: 60).map(\.[0]) == ["…t-layer-a", "…r-layer-a"])
    }

    @Test("sentences break between words, and what does not fit the last line is shortened")
    func wrapping() {
        #expect(typesetter.wrapped("one two three", size: 10, to: 45, most: 3) == ["one two", "three"])
        #expect(typesetter.wrapped("one two three four", size: 10, to: 45, most: 2) == ["one two", "thre…our"])
        #expect(typesetter.wrapped("", size: 10, to: 45, most: 2) == [])
    }

    private func header(_ title: String, _ subtitle: String = "", size: String) throws -> [String] {
        var figure = Figure(title: title, subtitle: subtitle, x: Axis("x"), y: Axis("y"), marks: [])
        figure.size = try FigureSize(size)
        return Header(figure, page: figure.size.page, rows: [], typesetter: typesetter).primitives.compactMap {
            primitive in
            if case .text(let text, _) = primitive { text.plain } else { nil }
        }
    }

    @Test("a title is written in full, a subtitle in as many whole sentences as there is room for")
    func headers() throws {
        let title = "What the learning rate and the batch size do to training with four optimizers on digits"
        #expect(try header(title, size: "3x3").joined(separator: " ") == title)
        #expect(try header("a_name_of_one_word_that_is_far_too_long_for_a_line", size: "3x3").count == 2)
        let subtitle = "Mean of 3 seeds. Ring: best epoch. In colour: the best 8 of 63."
        #expect(try header("t", subtitle, size: "3x2") == ["t", "Mean of 3 seeds. Ring: best epoch. …"])
        #expect(try header("t", subtitle, size: "7x4") == ["t", subtitle])
    }

    @Test("a legend has room for as many names as the page has rows for, at least for one")
    func legendRoom() throws {
        func count(_ label: String, _ size: String) throws -> Int {
            let labels = (0..<12).map { "\(label) \($0)" }
            return LegendRoom.count(of: labels, on: try FigureSize(size), theme: .light)
        }
        #expect(try count("lr", "7.2x4.5") == 12)
        #expect(try count("a configuration of many hyperparameters, each with a value", "3.5x2.6") == 2)
        #expect(try count("lr", "3.5x2.6") >= 10)
        #expect(try count("lr", "2x2") < 8)
        #expect(LegendRoom.count(of: ["a"], on: try FigureSize("2x2"), theme: .light) == 1)
    }

    @Test("labels stay where they are wanted unless they would touch")
    func spreading() throws {
        #expect(EndLabels.spread([10, 30, 60], apart: 10, from: 0, to: 100) == [10, 30, 60])
        #expect(EndLabels.spread([50, 50, 50], apart: 10, from: 0, to: 100) == [40, 50, 60])
        #expect(EndLabels.spread([0, 1, 2], apart: 10, from: 0, to: 100) == [0, 10, 20])
        #expect(EndLabels.spread([98, 99, 100], apart: 10, from: 0, to: 100) == [80, 90, 100])
        #expect(EndLabels.spread([1, 2, 3], apart: 60, from: 0, to: 100) == nil)
        let wanted = (0..<9).map { Double($0 * $0) }
        let places = try #require(EndLabels.spread(wanted, apart: 9, from: 0, to: 100))
        for (one, next) in zip(places, places.dropFirst()) { #expect(next - one >= 9 - 1e-9) }
        #expect(places.allSatisfy { (0...100).contains($0) })
    }

    @Test("a legend has sixteen entries at most, in the order in which lines end, and counts the rest")
    func legend() {
        let keys = (0..<48).map { index in
            Key("line \(index)", Stroke(.init(hex: 0), width: 1), end: .init(x: 1, y: Double(index)))
        }
        let legend = Legend(keys, typesetter: typesetter)
        #expect(legend.entries.map(\.label) == (0..<16).reversed().map { "line \($0)" })
        #expect(legend.more == 32)
        #expect(Legend(Array(keys.prefix(17)), typesetter: typesetter).entries.count == 17)
    }

    @Test("a legend with too little room keeps the keys that were given first")
    func limitedLegend() {
        let keys = (0..<6).map { index in
            Key("line \(index)", Stroke(.init(hex: 0), width: 1), end: .init(x: 1, y: Double(index)))
        }
        let legend = Legend(keys, typesetter: typesetter).limited(to: 13, room: 200)
        #expect(legend.entries.map(\.label) == ["line 1", "line 0"])
        #expect(legend.more == 4)
        #expect(Legend(keys, typesetter: typesetter).limited(to: 0, room: 10).entries.map(\.label) == ["line 0"])
    }

    @Test("a label too long for the legend breaks after a comma, and what tells it from others stays")
    func brokenLabels() {
        let stroke = Stroke(.init(hex: 0), width: 1)
        let labels = ["rmsprop, hyperbola rate 0.1, lr 0.003", "adam, lr 0.1"]
        let legend = Legend(labels.map { Key($0, stroke, end: nil) }, typesetter: typesetter)
        func texts(room: Double) -> [String] {
            legend.column(left: 0, top: 0, room: room).compactMap { primitive -> String? in
                guard case .text(let text, _) = primitive else { return nil }
                return text.plain.replacing("\u{a0}", with: " ")
            }
        }
        #expect(texts(room: 1_000) == labels)
        #expect(texts(room: 180).contains("lr 0.003"))
        #expect(texts(room: 180).last == "adam, lr 0.1")
        #expect(legend.columnHeight(room: 180) > legend.columnHeight(room: 1_000))
    }
}
