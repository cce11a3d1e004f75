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
        /// Numbers stay whole, and so do the words of titles.
        fileprivate var leastWidth: Int {
            let words = title.split(separator: " ").map { SafeText.width(of: String($0)) }.max() ?? 0
            return alignment == .left ? max(12, words) : max(words, cells.map(SafeText.width).max() ?? 0)
        }
    }

    /// As long as each other.
    var columns: [Column]

    /// The table's lines, each with its end. Where the terminal is too narrow, optional columns are left out, which a
    /// last line then says, and long texts go on in further lines; numbers are never broken, and nothing is cut.
    ///
    /// - Parameter remedy: what shows the columns that are left out.
    func text(for terminal: Terminal, remedy: String = "a wider terminal, a pipe or '--json'") -> String {
        // Signs of several characters take their room.
        if terminal.isASCII, let plain = inASCII { return plain.text(for: terminal, remedy: remedy) }
        let table = fitting(terminal)
        let leftOut = columns.filter { column in !table.columns.contains { $0.title == column.title } }.map(\.title)
        guard !leftOut.isEmpty else { return table.fittedText(for: terminal) }
        return table.fittedText(for: terminal)
            + terminal.wrapping("left out: \(leftOut.joined(separator: ", ")); \(remedy) shows all.") + "\n"
    }

    /// The columns in tables that fit beneath each other, each with the first column, where the terminal is too narrow
    /// for all beside each other.
    func parts(for terminal: Terminal) -> [TextTable] {
        guard let width = terminal.width, let head = columns.first else { return [self] }
        var parts: [TextTable] = []
        for column in columns.dropFirst() {
            if let last = parts.last, last.width + 2 + column.width <= width {
                parts[parts.count - 1].columns.append(column)
            } else {
                parts.append(TextTable(columns: [head, column]))
            }
        }
        return parts.isEmpty ? [self] : parts
    }

    /// Whether it needs no more than the terminal has; a file or a pipe has the room of a usual terminal.
    func fits(_ terminal: Terminal) -> Bool { width <= terminal.width ?? Terminal.usualWidth }

    /// The table, or, where it is too wide for the terminal, `folded` if that is narrower or the table would be too wide
    /// even without its optional columns. A file or a pipe has the room of a usual terminal.
    func orFolded(for terminal: Terminal, _ folded: () -> TextTable) -> TextTable {
        guard !fits(terminal) else { return self }
        let folded = folded()
        let isTooWide = terminal.width.map { fitting(terminal).width > $0 } ?? false
        return folded.width < width || isTooWide ? folded : self
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

    private func fittedText(for terminal: Terminal) -> String {
        let widths = fittingWidths(into: terminal.width)
        var text = lines(columns.map(\.title), widths).map { terminal.emphasized($0) + "\n" }.joined()
        for row in 0..<(columns.map(\.cells.count).max() ?? 0) {
            text += lines(columns.map { row < $0.cells.count ? $0.cells[row] : "" }, widths).map { $0 + "\n" }.joined()
        }
        return text
    }

    /// One line, or several where a cell has to be broken.
    private func lines(_ cells: [String], _ widths: [Int]) -> [String] {
        let broken = zip(cells, widths).map { WrappedText.lines($0, width: $1) }
        return (0..<(broken.map(\.count).max() ?? 1)).map { index in
            line(broken.map { index < $0.count ? $0[index] : "" }, widths)
        }
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let space = String(repeating: " ", count: max(0, widths[index] - SafeText.width(of: cell)))
            if index > 0 { line += "  " }
            line += columns[index].alignment == .left ? cell + space : space + cell
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }

    /// Narrows the widest columns, one step at a time: those of text down to twelve, those of numbers to their numbers.
    private func fittingWidths(into available: Int?) -> [Int] {
        var widths = columns.map(\.width)
        guard let available else { return widths }
        let least = columns.map(\.leastWidth)
        var excess = widths.reduce(2 * max(0, columns.count - 1), +) - available
        while excess > 0 {
            let widest = columns.indices.filter { widths[$0] > least[$0] }
                .max { widths[$0] < widths[$1] }
            guard let widest else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
