/// A table that a program prints row by row: a header of names, then rows of numbers.
struct PrintedTable {
    private enum Separator {
        case comma, semicolon, tab, bar, space
    }

    private let separator: Separator
    private let columns: [(metric: Int, column: Int)]
    private let epochColumn: Int?
    private let stepColumn: Int?
    private let width: Int
    /// Lines since the last row; after many the table is over.
    private var misfits = 0

    /// Reads a header; nil if the line is none, or names none of the metrics.
    init?(header line: UnsafeBufferPointer<UInt8>, metrics: [AskedMetric]) {
        guard line.count < 4000, let (separator, cells) = Self.header(of: line) else { return nil }
        guard cells.count > 1, Set(cells).count == cells.count else { return nil }
        let names = cells.map { MetricWords($0) }
        columns = metrics.enumerated().compactMap { index, metric in
            (cells.firstIndex(of: metric.name) ?? names.firstIndex(of: metric.words)).map { (index, $0) }
        }
        guard !columns.isEmpty else { return nil }
        self.separator = separator
        width = cells.count
        epochColumn = cells.firstIndex { PlaceName($0) == .epoch }
        stepColumn = cells.firstIndex { PlaceName($0) == .step }
    }

    /// The values of a row, by the metrics' indices; nil if the line is none.
    mutating func row(_ line: UnsafeBufferPointer<UInt8>) -> (
        values: [(metric: Int, value: Double)], epoch: Int?, step: Int?
    )? {
        misfits += 1
        guard line.count < 4000, line.contains(where: \.isDigit) else { return nil }
        let cells = Self.cells(of: line, separator, isHeader: false)
        guard cells.count == width, cells.allSatisfy(Self.canStandInRow) else { return nil }
        misfits = 0
        let values = columns.compactMap { metric, column in
            PrintedNumber.value(
                ofWhole: cells[column].hasSuffix("%") ? String(cells[column].dropLast()) : cells[column]
            )
            .map { (metric: metric, value: $0) }
        }
        return (
            values, epochColumn.flatMap { PlaceName.count(cells[$0]) },
            stepColumn.flatMap { PlaceName.count(cells[$0]) }
        )
    }

    var isOver: Bool { misfits > 500 }

    /// Numbers, times, and the short marks that some tables have.
    private static func canStandInRow(_ cell: String) -> Bool {
        cell.utf8.count <= 2 || cell.utf8.first?.isDigit == true || PrintedNumber.value(ofWhole: cell) != nil
    }

    private static func header(of line: UnsafeBufferPointer<UInt8>) -> (Separator, [String])? {
        if line.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "{") }) {
            return nil
        }
        for separator in [Separator.bar, .tab, .semicolon, .comma, .space] {
            let cells = cells(of: line, separator, isHeader: true)
            guard cells.count > 1 else { continue }
            let areNames = cells.allSatisfy {
                !$0.isEmpty && $0.utf8.count < 60 && PrintedNumber.value(ofWhole: $0) == nil
            }
            return areNames ? (separator, cells) : nil
        }
        return nil
    }

    private static func cells(of line: UnsafeBufferPointer<UInt8>, _ separator: Separator, isHeader: Bool) -> [String] {
        let text = String(decoding: line, as: UTF8.self)
        func trimmed(_ part: Substring) -> String {
            var part = part
            while part.first?.isWhitespace == true { part.removeFirst() }
            while part.last?.isWhitespace == true { part.removeLast() }
            return String(part)
        }
        func split(_ sign: Character) -> [String] {
            text.contains(sign) ? text.split(separator: sign, omittingEmptySubsequences: false).map(trimmed) : []
        }
        switch separator {
        case .comma: return split(",")
        case .semicolon: return split(";")
        case .tab: return split("\t")
        case .bar:
            var cells = text.split(omittingEmptySubsequences: false) { "|│┃║".contains($0) }.map(trimmed)
            if cells.count > 2, cells.first == "" { cells.removeFirst() }
            if cells.count > 1, cells.last == "" { cells.removeLast() }
            return cells.count > 1 ? cells : []
        case .space:
            // Names of two words stand in a header whose columns are two spaces or more apart.
            let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
            guard isHeader, trimmed(text[...]).contains("  ") else { return parts }
            var cells: [String] = []
            var spaces = 2
            for character in text {
                if character == " " || character == "\t" || character == "\r" {
                    spaces += character == " " ? 1 : 2
                    continue
                }
                if spaces > 1 { cells.append("") } else if spaces == 1 { cells[cells.count - 1] += " " }
                cells[cells.count - 1].append(character)
                spaces = 0
            }
            return cells
        }
    }
}
