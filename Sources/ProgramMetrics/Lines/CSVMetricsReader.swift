import Foundation

/// Reads a table of comma-, semicolon- or tab-separated values with a header, as loggers of epochs write it.
///
/// Columns `step` (`global_step`, `iteration`) and `epoch` say where; of the others, each number is a value of the metric
/// of the column's name, and what is empty or no number is none. A header that comes again begins a new table.
public struct CSVMetricsReader: MetricReader {
    public private(set) var damagedCount = 0
    private var lines = LineBuffer(limit: 1 << 20)
    private var table = Table()

    public init() {}

    public mutating func take(_ bytes: UnsafeRawBufferPointer) -> [ReportedValue] {
        var values: [ReportedValue] = []
        lines.take(bytes) { table.take($0, &values) }
        damagedCount = table.damagedCount
        return values
    }

    public mutating func finish() -> [ReportedValue] {
        var values: [ReportedValue] = []
        lines.finish { table.take($0, &values) }
        damagedCount = table.damagedCount
        return values
    }
}

/// The columns of a table, and the rows so far.
private struct Table {
    var damagedCount = 0
    private var separator = UInt8(ascii: ",")
    private var names: [String] = []
    private var places: [PlaceName?] = []

    init() {}

    mutating func take(_ line: UnsafeBufferPointer<UInt8>?, _ values: inout [ReportedValue]) {
        guard let line else {
            damagedCount += 1
            return
        }
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return }
        if names.isEmpty {
            separator = Self.separator(of: line)
            return readHeader(Self.cells(of: line, separator))
        }
        let cells = Self.cells(of: line, separator)
        if cells.count == names.count, cells == names { return }
        guard cells.count == names.count else {
            // A writer that meets a new metric may write a longer header in the midst of the file.
            if cells.count > 1, cells.allSatisfy({ !$0.isEmpty && PrintedNumber.value(ofWhole: $0) == nil }) {
                return readHeader(cells)
            }
            damagedCount += 1
            return
        }
        readRow(cells, &values)
    }

    private mutating func readHeader(_ cells: [String]) {
        names = cells
        places = cells.map { PlaceName($0) }
    }

    private func readRow(_ cells: [String], _ values: inout [ReportedValue]) {
        var place = ReportedValue(metric: "", value: 0)
        for (cell, name) in zip(cells, places) where !cell.isEmpty {
            switch name {
            case .step?: place.step = PlaceName.count(cell) ?? place.step
            case .epoch?: place.epoch = PlaceName.count(cell)
            case .time?: place.at = PrintedNumber.value(ofWhole: cell).flatMap(PlaceName.time)
            case .summary?: place.isSummary = ["true", "1"].contains(cell.lowercased())
            case nil: break
            }
        }
        for index in cells.indices where places[index] == nil && !names[index].isEmpty {
            guard let number = PrintedNumber.value(ofWhole: cells[index]) else { continue }
            var value = place
            (value.metric, value.value) = (names[index], number)
            values.append(value)
        }
    }

    /// The separator that the header has most of.
    private static func separator(of line: UnsafeBufferPointer<UInt8>) -> UInt8 {
        let counts = [",", ";", "\t"].map { (separator: Unicode.Scalar) in
            let byte = UInt8(ascii: separator)
            return (byte, line.count { $0 == byte })
        }
        return counts.max { $0.1 < $1.1 }?.0 ?? UInt8(ascii: ",")
    }

    /// Cells without space and quotation marks around them; a doubled quotation mark stands for one.
    private static func cells(of line: UnsafeBufferPointer<UInt8>, _ separator: UInt8) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        func end(_ cell: [UInt8]) -> String {
            String(decoding: cell, as: UTF8.self).trimmingCharacters(in: Self.around)
        }
        for (index, byte) in line.enumerated() {
            if byte == UInt8(ascii: "\"") {
                if !isQuoted, index > 0, line[index - 1] == byte, !cell.isEmpty { cell.append(byte) }
                isQuoted.toggle()
            } else if byte == separator, !isQuoted {
                cells.append(end(cell))
                cell.removeAll(keepingCapacity: true)
            } else {
                cell.append(byte)
            }
        }
        return cells + [end(cell)]
    }

    /// A file may begin with a byte-order mark.
    private static let around = CharacterSet(charactersIn: " \r\u{FEFF}")
}
