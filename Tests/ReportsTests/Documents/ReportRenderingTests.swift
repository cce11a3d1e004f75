import Charts
import Foundation
import Reports
import Settings
import Sweeps
import Testing

@Suite("Reports as Markdown and HTML") struct ReportRenderingTests {
    private let names = [
        "<script>alert(1)</script>", "a|b", "`code`", "*bold* _em_ [x](javascript:alert(1))", "\" onload=\"x", "' x='",
        "&amp;", "line\nbreak\u{202e}rtl\u{1b}[2J", "<\u{338}img src=x>", "www.example.org https://example.org @who",
    ]

    private var hostile: SweepReport {
        let trials = names.enumerated().flatMap { number, name in
            seeds(
                number + 1, ["optimizer": .string(name), "lr": .number(0.1)],
                [0.9, 0.91, 0.93].map { $0 - 0.01 * Double(number) })
        }
        return report(trials, sweep: names[0], description: names.joined(separator: " "))
    }

    private func page(_ report: SweepReport) throws -> String {
        try HTMLPage(report.document) { try EmbeddedPicture($0.figure, dark: $0.darkFigure) }.text
    }

    @Test("nothing that a person wrote becomes markup of a page")
    func hostilePage() throws {
        let text = try page(hostile)
        let known = [
            "!DOCTYPE html", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul",
            "li",
            "div", "table", "thead", "tbody", "tr", "th", "td", "figure", "picture", "source", "img", "pre", "code",
        ]
        let scalars = text.unicodeScalars
        for place in scalars.indices where scalars[place] == "<" {
            let rest = String(String.UnicodeScalarView(scalars[scalars.index(after: place)...].prefix(14)))
            let tag = rest.hasPrefix("/") ? String(rest.dropFirst()) : rest
            #expect(known.contains { tag.hasPrefix($0 + ">") || tag.hasPrefix($0 + " ") || tag == $0 }, "<\(rest)")
        }
        #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !text.contains("<script"))
        #expect(text.contains("&quot; onload=&quot;x") && !text.contains("\" onload=\""))
        #expect(text.contains("line break\\u{202e}rtl\\u{1b}[2J"))
    }

    @Test("nothing that a person wrote becomes markup of Markdown")
    func hostileMarkdown() {
        let text = markdown(hostile)
        #expect(text.hasPrefix("# \\<script\\>alert(1)\\</script\\>\n"))
        #expect(text.contains("a\\|b") && text.contains("\\`code\\`") && text.contains("&amp;amp;"))
        #expect(text.contains("\\*bold\\* \\_em\\_ [x\\](javascript:alert(1))"))
        #expect(text.contains("line break\\\\u{202e}rtl\\\\u{1b}[2J"))
        #expect(text.contains("\\<\u{338}img src=x\\>"))
        #expect(text.contains("www\\.example.org https\\://example.org &#64;who"))
        let tables = text.split(separator: "\n").filter { $0.hasPrefix("|") }
        let widths = Set(tables.map { $0.replacing("\\|", with: "").filter { $0 == "|" }.count })
        #expect(widths.isSubset(of: [7, 11, 5, 6]), "a cell's bar is taken for a column's")
    }

    @Test("names within words and lists of numbers stay as they are read")
    func plain() {
        let layers: [SettingValue] = [.list([8]), .list([8, 4])]
        let trials = layers.enumerated().flatMap { seeds($0 + 1, ["hidden": $1], [0.9, 0.91, 0.92]) }
        #expect(markdown(report(trials)).contains("| **hidden [8]**"))
        #expect(markdown(report(threeOptimizers)).contains("reaches a mean dev_accuracy of 97.1 %"))
    }

    @Test("a page holds its charts, for light and for dark, and needs nothing beside it")
    func selfContained() throws {
        let trials = (1...3).flatMap { number in
            (1...3).map { trial(number, seed: $0, ["dev_accuracy": [0.5, 0.9 - 0.01 * Double(number * $0)]]) }
        }
        let text = try page(report(trials))
        #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
        #expect(text.contains("<source media=\"(prefers-color-scheme: dark)\" srcset=\"data:image/svg+xml;base64,"))
        #expect(
            text.contains("<img src=\"data:image/svg+xml;base64,") && text.contains("alt=\"digits: accuracy per epoch"))
        for part in ["http:", "https:", "<script", "<link", "url(", "@import", "file:"] {
            #expect(!text.contains(part), "\(part)")
        }
        #expect(try page(report(trials)) == text)
    }

    @Test("a figure of very many lines becomes dots, whose size has a bound")
    func dots() throws {
        let values = (0..<2_500).map { Double(($0 * 7919) % 1000) / 1000 }
        let marks = (0..<8).map { line in
            LineMark(
                series: "\(line)", x: values.indices.map(Double.init), y: values.map { $0 + Double(line) },
                stroke: Stroke(Theme.light.ink, width: 1))
        }
        let figure = Figure(title: "t", x: Axis("x"), y: Axis("y"), marks: marks)
        let picture = try EmbeddedPicture(figure)
        #expect(picture.light.hasPrefix("data:image/png;base64,") && picture.light.utf8.count < 2_000_000)
        #expect(picture.dark == nil && picture.width == 691 && picture.height == 432)
    }

    @Test("charts of Markdown are named by their paths, and left out without one")
    func paths() {
        let one = report(threeOptimizers)
        #expect(
            MarkdownText(one.document) { "a (b)/\($0.kind.rawValue).png" }.text
                .contains("![digits: accuracy per epoch](a%20%28b%29/accuracy.png)"))
        #expect(!markdown(one).contains("!["))
    }
}
