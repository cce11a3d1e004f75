/// The numbers that a figure shows, in long form: a row per series and place.
///
/// As CSV it is RFC 4180's form with line feeds: `series,x,y,low,high`, with `panel` first where there are several.
/// Numbers have the fewest digits that read back to the same bits, `nan`, `inf` and `-inf` where there are none; a place
/// on an axis of names is a name; a cell is empty where a series has no such column.
public struct DataTable: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        case number(Double)
        /// Of a category.
        case name(String)
    }

    public struct Row: Hashable, Sendable {
        /// The panel's title.
        public let panel: String
        public let series: String
        /// One per column, nil where the series has none.
        public let values: [Value?]
    }

    /// All but `panel` and `series`: `x` and `y` first, the others in the order of their first use.
    public let columns: [String]
    public let rows: [Row]
    /// Whether panels are to be told apart.
    private let hasPanels: Bool

    private struct Block {
        let panel: Panel
        let series: String
        var columns: [DataColumn]
    }

    /// Marks of one series in one panel with the same places share their rows.
    public init(_ figure: Figure) {
        var columns: [String] = ["x"]
        var blocks: [Block] = []
        for panel in figure.panels {
            var latest: [String: Int] = [:]
            for mark in panel.marks {
                let added = mark.columns
                for column in added where !columns.contains(column.name) { columns.append(column.name) }
                if let place = latest[mark.series], Self.fit(blocks[place].columns, added) {
                    blocks[place].columns += added.dropFirst()
                } else {
                    latest[mark.series] = blocks.count
                    blocks.append(Block(panel: panel, series: mark.series, columns: added))
                }
            }
        }
        // What is drawn as a line comes before what surrounds it.
        if let place = columns.firstIndex(of: "y") { columns.insert(columns.remove(at: place), at: 1) }
        self.columns = columns
        hasPanels = figure.panels.count > 1
        let order = columns
        rows = blocks.flatMap { block in
            let values = order.map { name in block.columns.first { $0.name == name }?.values }
            let names = order.map { Self.categories($0, block.panel, figure) }
            return (block.columns.first?.values ?? []).indices.map { index in
                let row = zip(values, names).map { values, names in values.map { Self.value($0[index], names) } }
                return Row(panel: block.panel.title, series: block.series, values: row)
            }
        }
    }

    public var csv: String {
        var text = ((hasPanels ? ["panel"] : []) + ["series"] + columns).joined(separator: ",") + "\n"
        for row in rows {
            if hasPanels { text += Self.quoted(row.panel) + "," }
            text += Self.quoted(row.series)
            for value in row.values {
                text += ","
                switch value {
                case .number(let number): text += NumberText.plain(number)
                case .name(let name): text += Self.quoted(name)
                case nil: break
                }
            }
            text += "\n"
        }
        return text
    }

    /// The names of the column's values, if they lie on an axis of names.
    private static func categories(_ column: String, _ panel: Panel, _ figure: Figure) -> [String]? {
        switch column {
        case "x": (panel.x ?? figure.x).categories
        case "y": (panel.y ?? figure.y).categories
        default: nil
        }
    }

    private static func value(_ value: Double, _ names: [String]?) -> Value {
        guard let names, let index = Int(exactly: value), names.indices.contains(index) else { return .number(value) }
        return .name(names[index])
    }

    /// Whether both have the same places, and nothing else in common.
    private static func fit(_ one: [DataColumn], _ other: [DataColumn]) -> Bool {
        one.first == other.first && Set(one.map(\.name)).intersection(other.map(\.name)).count == 1
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { "\",\r\n\r\n".contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
