/// The numbers that a figure shows, in long form: a row per series and x.
///
/// As CSV it is RFC 4180's form with line feeds: `series,x,y,low,high`. Numbers have the fewest digits that read back
/// to the same bits, `nan`, `inf` and `-inf` where there are none; a cell is empty where a series has no such column.
public struct DataTable: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public let series: String
        /// One per column, nil where the series has none.
        public let values: [Double?]
    }

    /// All but `series`: `x` and `y` first, the others in the order of their first use.
    public let columns: [String]
    public let rows: [Row]

    /// Marks of one series with the same x share their rows.
    public init(_ figure: Figure) {
        var columns: [String] = ["x"]
        var blocks: [(series: String, columns: [DataColumn])] = []
        var latest: [String: Int] = [:]
        for mark in figure.marks {
            let added = mark.columns
            for column in added where !columns.contains(column.name) { columns.append(column.name) }
            if let place = latest[mark.series], Self.fit(blocks[place].columns, added) {
                blocks[place].columns += added.dropFirst()
            } else {
                latest[mark.series] = blocks.count
                blocks.append((mark.series, added))
            }
        }
        // What is drawn as a line comes before what surrounds it.
        if let place = columns.firstIndex(of: "y") { columns.insert(columns.remove(at: place), at: 1) }
        self.columns = columns
        let order = columns
        rows = blocks.flatMap { block in
            let values = order.map { name in block.columns.first { $0.name == name }?.values }
            return (block.columns.first?.values ?? []).indices.map { index in
                Row(series: block.series, values: values.map { $0?[index] })
            }
        }
    }

    public var csv: String {
        var text = (["series"] + columns).joined(separator: ",") + "\n"
        for row in rows {
            text += Self.quoted(row.series)
            for value in row.values {
                text += ","
                if let value { text += Self.number(value) }
            }
            text += "\n"
        }
        return text
    }

    /// Whether both have the same x, and nothing else in common.
    private static func fit(_ one: [DataColumn], _ other: [DataColumn]) -> Bool {
        one.first == other.first && Set(one.map(\.name)).intersection(other.map(\.name)).count == 1
    }

    /// Whole numbers without a point, as people write steps.
    private static func number(_ value: Double) -> String {
        if value == value.rounded(), value.magnitude < 0x1p53, !(value == 0 && value.sign == .minus) {
            return String(Int64(value))
        }
        return String(describing: value)
    }

    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { "\",\r\n\r\n".contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
