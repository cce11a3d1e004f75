/// Columns of text under their titles, aligned, two spaces apart.
struct TextTable {
    enum Alignment {
        case left, right
    }

    struct Column {
        let title: String
        let alignment: Alignment
        let cells: [String]
        /// Left out where the terminal is too narrow, the last such column first.
        var isOptional = false

        /// Text of any origin: what a terminal would obey is escaped.
        init(_ title: String, _ alignment: Alignment, _ cells: [String]) {
            self.title = SafeText.escaping(title)
            self.alignment = alignment
            self.cells = cells.map(SafeText.escaping)
        }

        init(_ title: String, _ cells: [String]) {
            self.init(title, .left, cells)
        }

        /// Numbers, with a sensible count of digits for all of them.
        init(_ title: String, numbers: [Double?]) {
            self.init(title, .right, NumberText.column(numbers))
        }

        /// Numbers that belong to those of another column, with its count of digits.
        init(_ title: String, numbers: [Double?], like others: [Double?]) {
            self.init(title, .right, NumberText.column(numbers, like: others))
        }

        /// The column, to be left out where the terminal is too narrow.
        var ifItFits: Column {
            var column = self
            column.isOptional = true
            return column
        }

        var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
        fileprivate var width: Int { max(SafeText.width(of: title), cells.map(SafeText.width).max() ?? 0) }
    }

    /// As long as each other.
    var columns: [Column]

    /// The table's lines, each with its end. Where the terminal is too narrow, optional columns are left out and long
    /// texts are cut, which a last line then says; numbers never are.
    func text(for terminal: Terminal) -> String {
        // Signs of several characters take their room.
        if terminal.isASCII, let plain = inASCII { return plain.text(for: terminal) }
        let table = fitting(terminal)
        let leftOut = columns.filter { column in !table.columns.contains { $0.title == column.title } }
        return table.fittedText(for: terminal, leftOut: leftOut.map(\.title))
    }

    /// The table without the optional columns for which the terminal is too narrow.
    func fitting(_ terminal: Terminal) -> TextTable {
        var table = self
        while let width = terminal.width, table.width > width,
            let last = table.columns.lastIndex(where: \.isOptional)
        {
            table.columns.remove(at: last)
        }
        return table
    }

    /// The table with ASCII's signs; nil if it has no others.
    private var inASCII: TextTable? {
        let columns = columns.map { column in
            var plain = Column(
                PlainText.ascii(column.title), column.alignment, column.cells.map(PlainText.ascii))
            plain.isOptional = column.isOptional
            return plain
        }
        return zip(columns, self.columns).contains { $0.title != $1.title || $0.cells != $1.cells }
            ? TextTable(columns: columns) : nil
    }

    private var width: Int { columns.map(\.width).reduce(2 * max(0, columns.count - 1), +) }

    private func fittedText(for terminal: Terminal, leftOut: [String]) -> String {
        let widths = fittingWidths(into: terminal.width)
        let isCut = zip(columns, widths).contains { $0.width > $1 }
        var text = terminal.emphasized(line(columns.map(\.title), widths)) + "\n"
        for row in 0..<(columns.map(\.cells.count).max() ?? 0) {
            text += line(columns.map { row < $0.cells.count ? $0.cells[row] : "" }, widths) + "\n"
        }
        var hints: [String] = []
        if isCut { hints.append("… marks what is cut") }
        if !leftOut.isEmpty { hints.append("left out: " + leftOut.joined(separator: ", ")) }
        if !hints.isEmpty {
            text +=
                terminal.wrapping(hints.joined(separator: "; ") + "; a wider terminal, a pipe or '--json' shows all.")
                + "\n"
        }
        return text
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let shown = Self.cut(cell, to: widths[index])
            let space = String(repeating: " ", count: max(0, widths[index] - SafeText.width(of: shown)))
            if index > 0 { line += "  " }
            line += columns[index].alignment == .left ? shown + space : space + shown
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }

    /// Narrows the widest columns of text, one step at a time, down to twelve columns each.
    private func fittingWidths(into available: Int?) -> [Int] {
        var widths = columns.map(\.width)
        guard let available else { return widths }
        var excess = widths.reduce(2 * max(0, columns.count - 1), +) - available
        while excess > 0 {
            let widest = columns.indices.filter { columns[$0].alignment == .left && widths[$0] > 12 }
                .max { widths[$0] < widths[$1] }
            guard let widest else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private static func cut(_ text: String, to width: Int) -> String {
        guard SafeText.width(of: text) > width else { return text }
        var cut = text
        while !cut.isEmpty, SafeText.width(of: cut) >= width { cut.removeLast() }
        return cut + "…"
    }
}
