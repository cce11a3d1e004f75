/// What short names in a figure stand for, as a table below its plots.
public struct NameTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public let title: String
        /// One for each row.
        public let cells: [String]
        /// Whether cells end where those above and below do.
        public let isNumeric: Bool

        public init(_ title: String, _ cells: [String], isNumeric: Bool = false) {
            self.title = title
            self.cells = cells
            self.isNumeric = isNumeric
        }
    }

    /// The short names first; as long as each other.
    public let columns: [Column]

    public init(_ columns: [Column]) {
        precondition(Set(columns.map(\.cells.count)).count <= 1, "columns of different lengths")
        self.columns = columns
    }

    var count: Int { columns.first?.cells.count ?? 0 }
}

/// A table of names on a figure's page: its columns side by side, in two halves where there is room; where there is none
/// for all columns, a row of words for each name.
struct NameTableDrawing {
    private let lines: [[(text: String, x: Double, isEnd: Bool)]]
    /// How many names there is no room for.
    private let more: Int
    private let typesetter: Typesetter

    /// Of the page's height, names have no more.
    static let most = 0.42
    private static let gap = 9.0

    private var size: Double { typesetter.theme.smallSize }
    private var lineHeight: Double { size * Typesetter.lineSpacing }

    /// - Parameter height: what the table may have of the page, in points; nil: all that it needs.
    init(_ given: NameTable, page: Rectangle, height: Double?, typesetter: Typesetter) {
        let table = NameTable(
            given.columns.map { NameTable.Column($0.title, $0.cells.map(TypesetNumber.words), isNumeric: $0.isNumeric) }
        )
        self.typesetter = typesetter
        let size = typesetter.theme.smallSize
        let room = page.width - 2 * typesetter.theme.margin
        let most = height.map { max(Int($0 / (size * Typesetter.lineSpacing)) - 1, 1) } ?? .max
        func width(_ text: String) -> Double { typesetter.width(text, size: size) }
        let widths = table.columns.map { column in ([column.title] + column.cells).map(width).max() ?? 0 }
        let whole = widths.reduce(0, +) + Self.gap * Double(max(widths.count - 1, 0))
        guard whole <= room else {
            let rows = (0..<table.count).map { row in
                let words = table.columns.dropFirst().filter { !$0.cells[row].isEmpty }
                    .map { "\($0.title) \($0.cells[row])" }
                let text = "\(table.columns[0].cells[row]) \(words.joined(separator: ", "))"
                return typesetter.wrapped(text, size: size, to: room, most: .max)
            }
            let kept = rows.indices.prefix { rows[...$0].reduce(0) { $0 + $1.count } <= most }.count
            lines = rows.prefix(kept).flatMap { $0.map { [($0, 0, false)] } }
            more = table.count - kept
            return
        }
        let halves = table.count > 4 && 2 * whole + 3 * Self.gap <= room ? 2 : 1
        let count = min((table.count + halves - 1) / halves, most)
        more = max(table.count - halves * count, 0)
        lines = (-1..<count).map { row in
            (0..<halves).flatMap { half -> [(text: String, x: Double, isEnd: Bool)] in
                let place = half * count + row
                guard row < 0 ? half * count < table.count : place < table.count else { return [] }
                var left = Double(half) * (whole + 3 * Self.gap)
                return zip(table.columns, widths).map { column, width in
                    defer { left += width + Self.gap }
                    return (
                        row < 0 ? column.title : column.cells[place], column.isNumeric ? left + width : left,
                        column.isNumeric
                    )
                }
            }
        }
    }

    var height: Double { Double(lines.count + (more > 0 ? 1 : 0)) * lineHeight + lineHeight / 2 }

    /// - Parameter bottom: where it ends.
    func primitives(left: Double, bottom: Double) -> [Primitive] {
        let theme = typesetter.theme
        let all = lines + (more > 0 ? [[("… and \(more) more", 0, false)]] : [])
        let top = bottom - Double(all.count) * lineHeight
        return all.enumerated().flatMap { row, cells in
            cells.map { cell in
                .text(
                    Text(
                        cell.text, size: size,
                        color: row == 0 && lines.count > 1 && cells.count > 1 ? theme.mutedInk : theme.ink),
                    TextPlace(
                        Point(left + cell.x, top + Double(row) * lineHeight + size * Typesetter.ascent),
                        cell.isEnd ? .trailing : .leading))
            }
        }
    }
}
