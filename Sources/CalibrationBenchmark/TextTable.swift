import Foundation

/// Rows of columns under a title; the first row is the heading, the first column is left-aligned, the others right.
struct TextTable {
    let title: String
    var rows: [[String]]

    init(_ title: String, heading: [String]) {
        self.title = title
        rows = [heading]
    }

    func print() {
        let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
            rows.compactMap { $0.indices.contains(column) ? $0[column].count : nil }.max() ?? 0
        }
        Swift.print(title)
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + space : space + cell
            }
            Swift.print("  " + cells.joined(separator: "  "))
        }
        Swift.print()
    }

    static func decimal(_ value: Double, _ digits: Int) -> String { String(format: "%.*f", digits, value) }

    static func percent(_ share: Double) -> String { decimal(100 * share, 1) }
}
