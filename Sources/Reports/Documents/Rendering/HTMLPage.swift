import Charts
import Foundation

/// A document as one HTML page that needs nothing beside it: no script, no other file, no address.
public struct HTMLPage: Sendable {
    public let text: String

    /// - Parameter picture: a chart as a picture that the page can hold; nil leaves it out.
    public init(_ document: ReportDocument, chart picture: (ReportChart) throws -> EmbeddedPicture?) rethrows {
        var body = ""
        for block in document.blocks { body += try Self.element(of: block, chart: picture) + "\n" }
        text = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="sweep">
            <title>\(Self.escaped(document.title))</title>
            <style>
            \(HTMLStyle.text)
            </style>
            </head>
            <body>
            <main>
            <h1>\(Self.escaped(document.title))</h1>
            \(body)</main>
            </body>
            </html>

            """
    }

    private static func element(
        of block: ReportDocument.Block, chart picture: (ReportChart) throws -> EmbeddedPicture?
    ) rethrows -> String {
        switch block {
        case .heading(let title): return "<h2>\(escaped(title))</h2>"
        case .subheading(let title): return "<h3>\(escaped(title))</h3>"
        case .paragraph(let pieces): return "<p>\(pieces.map(inline).joined())</p>"
        case .verdict(let sentence): return "<p class=\"verdict\">\(escaped(sentence))</p>"
        case .warnings(let sentences):
            return "<ul class=\"warnings\">\n" + sentences.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>"
        case .note(let sentence): return "<p class=\"note\">\(escaped(sentence))</p>"
        case .table(let table): return element(of: table)
        case .charts(let heading, let charts):
            let figures = try charts.compactMap { chart in
                try picture(chart).map { figure($0, title: chart.figure.title, description: chart.figure.subtitle) }
            }
            return figures.isEmpty ? "" : (["<h2>\(escaped(heading))</h2>"] + figures).joined(separator: "\n")
        case .code(let code, _):
            return "<pre><code>\(escapedLines(code.trimmingCharacters(in: .newlines)))</code></pre>"
        }
    }

    private static func inline(_ piece: ReportDocument.Inline) -> String {
        switch piece {
        case .text(let text): escaped(text)
        case .strong(let text): "<strong>\(escaped(text))</strong>"
        case .code(let text): "<code>\(escaped(text))</code>"
        }
    }

    private static func element(of table: ReportDocument.Table) -> String {
        func style(_ column: ReportDocument.Table.Column) -> String { column.isNumeric ? " class=\"number\"" : "" }
        let head = table.columns.map { "<th scope=\"col\"\(style($0))>\(escaped($0.name))</th>" }.joined()
        let rows = table.rows.enumerated().map { index, row in
            let cells = zip(table.columns, row).map { "<td\(style($0))>\(escaped($1))</td>" }.joined()
            return "<tr\(table.emphasized.contains(index) ? " class=\"set-off\"" : "")>\(cells)</tr>\n"
        }
        return
            "<div class=\"wide\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table></div>"
    }

    private static func figure(_ picture: EmbeddedPicture, title: String, description: String) -> String {
        let words = escaped(description.isEmpty ? title : "\(title). \(description)")
        let dark = picture.dark.map {
            "<source media=\"(prefers-color-scheme: dark)\" srcset=\"\($0)\">"
        }
        let style = picture.dark == nil ? " class=\"paper\"" : ""
        let size = "width=\"\(picture.width)\" height=\"\(picture.height)\""
        let image = "<img\(style) src=\"\(picture.light)\" \(size) alt=\"\(words)\">"
        return "<figure><picture>\(dark ?? "")\(image)</picture></figure>"
    }

    /// The text with everything escaped that HTML could take for more than itself, in text and between quotes.
    static func escaped(_ text: String) -> String { markup(VisibleText.line(text)) }

    private static func escapedLines(_ text: String) -> String { markup(VisibleText.lines(text)) }

    /// By scalar, since a character may be a bracket with an accent, which HTML takes for a bracket.
    private static func markup(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
