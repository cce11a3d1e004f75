import Charts
import Foundation

/// A document as GitHub's dialect of Markdown.
public struct MarkdownText: Sendable {
    public let text: String

    /// - Parameter reference: where a chart's picture lies, as a path or an address; nil leaves it out.
    public init(_ document: ReportDocument, chart reference: (ReportChart) -> String?) {
        var blocks = ["# " + Self.escaped(document.title)]
        for block in document.blocks {
            if let text = Self.text(of: block, chart: reference) { blocks.append(text) }
        }
        text = blocks.joined(separator: "\n\n") + "\n"
    }

    private static func text(of block: ReportDocument.Block, chart reference: (ReportChart) -> String?) -> String? {
        switch block {
        case .heading(let title): return "## " + escaped(title)
        case .subheading(let title): return "### " + escaped(title)
        case .paragraph(let pieces): return pieces.enumerated().map { inline($1, isFirst: $0 == 0) }.joined()
        case .verdict(let sentence): return "**" + escaped(sentence) + "**"
        case .warnings(let sentences): return sentences.map { "- " + escaped($0) }.joined(separator: "\n")
        case .note(let sentence): return escaped(sentence)
        case .table(let table): return text(of: table)
        case .charts(let heading, let charts):
            let pictures = charts.compactMap { chart in
                reference(chart).map { "![\(escaped(chart.figure.title))](\(destination($0)))" }
            }
            return pictures.isEmpty ? nil : (["## " + escaped(heading)] + pictures).joined(separator: "\n\n")
        case .code(let code, let language):
            let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: code) + 1))
            return "\(fence)\(language)\n\(VisibleText.lines(code.trimmingCharacters(in: .newlines)))\n\(fence)"
        }
    }

    private static func inline(_ piece: ReportDocument.Inline, isFirst: Bool) -> String {
        switch piece {
        case .text(let text): return escaped(text, isLineStart: isFirst)
        case .strong(let text): return "**" + escaped(text) + "**"
        case .code(let text): return code(text)
        }
    }

    private static func text(of table: ReportDocument.Table) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let names = table.columns.map { escaped($0.name, isLineStart: false) }
        let rows = table.rows.enumerated().map { index, row in
            row.map { cell in
                let text = escaped(cell, isLineStart: false)
                return table.emphasized.contains(index) && !text.isEmpty ? "**\(text)**" : text
            }
        }
        let widths = table.columns.indices.map { column in
            ([names[column].count, 3] + rows.map { $0[column].count }).max() ?? 3
        }
        func padded(_ cells: [String]) -> [String] {
            cells.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return table.columns[column].isNumeric ? space + cell : cell + space
            }
        }
        let rule = table.columns.enumerated().map { column, one in
            String(repeating: "-", count: widths[column] - 1) + (one.isNumeric ? ":" : "-")
        }
        return ([line(padded(names)), line(rule)] + rows.map { line(padded($0)) }).joined(separator: "\n")
    }

    /// Code keeps its characters; longer backquotes around it keep its own from ending it.
    private static func code(_ text: String) -> String {
        let visible = VisibleText.line(text)
        let quotes = String(repeating: "`", count: longestRun(of: "`", in: visible) + 1)
        let space = visible.hasPrefix("`") || visible.hasSuffix("`") ? " " : ""
        return quotes + space + visible + space + quotes
    }

    /// The text with a backslash before everything that Markdown could take for more than itself.
    ///
    /// An underscore within a word, as in `dev_accuracy`, is no emphasis and stays as it is. It goes by scalar, since a
    /// character may be a bracket with an accent, which Markdown takes for a bracket.
    static func escaped(_ text: String, isLineStart: Bool = true) -> String {
        let scalars = Array(VisibleText.line(text).unicodeScalars)
        func isWord(_ index: Int) -> Bool {
            scalars.indices.contains(index) && scalars[index].properties.isAlphabetic || isDigit(index)
        }
        func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && ("0"..."9").contains(scalars[index]) }
        func follows(_ text: String, _ index: Int) -> Bool {
            String(String.UnicodeScalarView(scalars[..<index].suffix(text.count))).lowercased() == text
        }
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let isListNumber = isLineStart && index > 0 && (0..<index).allSatisfy(isDigit)
            let isEscaped =
                switch scalar {
                case "\\", "`", "*", "<", ">", "|", "~", "$": true
                // A list in brackets is read as it is; a link or its definition would go on after the bracket.
                case "]": index + 1 < scalars.count && ["(", "[", ":"].contains(scalars[index + 1])
                case "[": isLineStart && index == 0
                case "_": !(isWord(index - 1) && isWord(index + 1))
                case "#", "+", "-", "=": isLineStart && index == 0
                case ")": isListNumber
                // What would make a list, or a link that nobody asked for.
                case ".": isListNumber && !isDigit(index + 1) || follows("www", index)
                case ":": scalars[(index + 1)...].starts(with: "//".unicodeScalars)
                default: false
                }
            if isEscaped { result.append("\\") }
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "@": result.append(contentsOf: "&#64;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A path as a link's target.
    private static func destination(_ path: String) -> String {
        var allowed = CharacterSet.urlPathAllowed
        allowed.remove(charactersIn: "()<>")
        return path.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }

    private static func longestRun(of character: Character, in text: String) -> Int {
        var (longest, current) = (0, 0)
        for one in text {
            current = one == character ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }
}
