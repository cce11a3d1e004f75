import Randomness
import Settings

/// Reads a table from CSV with a header, row after row.
struct CSVReader: Hashable, Sendable {
    /// The most cells of a table: 2 GiB as they are kept.
    static let mostCells = 1 << 29

    /// In cells, after which a piece is handed out.
    private static let pieceSize = 1 << 17

    /// The name of the target; nil: the last column.
    var target: String?
    /// Columns that hold categories even if they look like numbers.
    var categories: [String] = []
    /// Columns that are left out.
    var ignored: [String] = []

    /// Reads all cells into memory. Throws as the other `read` does.
    func read(_ stream: ByteStream) throws -> Table {
        var cells: [Float] = []
        let table = try read(stream) { more, _ in cells += more }
        return Table(
            path: table.path, columns: table.columns, cells: .memory(cells), target: table.target,
            targetValues: table.targetValues, lineShifts: table.lineShifts, fingerprint: table.fingerprint)
    }

    /// Hands the cells out in pieces of whole rows, so that what is held is one piece, one chunk of the file, and what
    /// the returned table, which has no cells, knows of the rows.
    ///
    /// - Parameter takePiece: gets the cells and how many of them make a row.
    /// Throws a `DataError` with the line for what the file holds, a `SettingError` (its path beginning with `data.`) if
    /// a column asked for is not there, and what `takePiece` throws.
    func read(_ stream: ByteStream, takePiece: ([Float], Int) throws -> Void) throws -> Table {
        var scanner = try CSVScanner(stream)
        guard try scanner.next(), !scanner.fields.isEmpty else {
            throw DataError(path: stream.path, rule: "the file is empty; it must begin with a header of column names")
        }
        let header = try header(scanner, path: stream.path)
        let targetColumn = try targetColumn(header)
        let ignored = try indices(of: self.ignored, in: header, setting: "ignore")
        let forced = try indices(of: categories, in: header, setting: "categories")
        if ignored.contains(targetColumn) {
            throw SettingError(
                path: "data.ignore", value: .string(header[targetColumn]), rule: "the target cannot be left out")
        }
        let kept = header.indices.filter { $0 != targetColumn && !ignored.contains($0) }
        if kept.isEmpty { throw DataError(path: stream.path, line: 1, rule: "no column is left to learn from") }

        var readers = header.enumerated().map { index, name in
            ColumnReader(name: name, isForced: forced.contains(index), isTarget: index == targetColumn)
        }
        var rows = Rows(width: kept.count)
        var emptyLine: Int?
        while try scanner.next() {
            if scanner.fields.isEmpty {
                emptyLine = emptyLine ?? scanner.line
                continue
            }
            if let emptyLine { throw DataError(path: stream.path, line: emptyLine, rule: "the line is empty") }
            guard scanner.fields.count == header.count else {
                throw DataError(
                    path: stream.path, line: scanner.line,
                    rule: "the row has \(scanner.fields.count) fields; it must have \(header.count), as the header has")
            }
            guard rows.targets.count < Self.mostCells / kept.count else {
                throw DataError(
                    path: stream.path, line: scanner.line,
                    rule: "the table has more than \(Self.mostCells) cells, the most that are read; leave columns out "
                        + "with 'ignore' or split the file")
            }
            if rows.targets.isEmpty { rows.reserve(for: stream.expectedCount, bytesPerRow: scanner.bytes.count) }
            try rows.append(scanner, kept: kept, target: targetColumn, with: &readers, path: stream.path)
            if rows.cells.count >= Self.pieceSize {
                try takePiece(rows.cells, kept.count)
                rows.cells.removeAll(keepingCapacity: true)
            }
        }
        if rows.targets.isEmpty {
            throw DataError(path: stream.path, rule: "there is no row below the header")
        }
        if !rows.cells.isEmpty { try takePiece(rows.cells, kept.count) }
        return Table(
            path: stream.path,
            columns: kept.map { Table.Column(name: readers[$0].name, categories: readers[$0].categories) },
            cells: .memory([]),
            target: Table.Column(name: header[targetColumn], categories: readers[targetColumn].categories),
            targetValues: rows.targets, lineShifts: rows.lineShifts, fingerprint: stream.fingerprint.description)
    }

    private func header(_ scanner: CSVScanner, path: String) throws(DataError) -> [String] {
        func error(_ rule: String) -> DataError { DataError(path: path, line: 1, rule: rule) }
        var names: [String] = []
        var places: [String: Int] = [:]
        for field in scanner.fields {
            let place = names.count + 1
            guard let name = String(validating: scanner.bytes[field.range], as: UTF8.self) else {
                throw error("the name of column \(place) is not UTF-8 text")
            }
            if name.isEmpty { throw error("column \(place) has no name; give it one") }
            if let other = places[name] { throw error("columns \(other) and \(place) are both named '\(name)'") }
            places[name] = place
            names.append(name)
        }
        if names.count == 1 {
            throw error(
                "the header has one column, '\(names[0].prefix(40))'; features and a target are needed, with commas "
                    + "between the columns")
        }
        if names.allSatisfy({ Double($0) != nil }) {
            throw error("the header holds only numbers; the first line must name the columns")
        }
        return names
    }

    private func targetColumn(_ header: [String]) throws(SettingError) -> Int {
        guard let target else { return header.count - 1 }
        if let index = header.firstIndex(of: target) { return index }
        throw SettingError(
            path: "data.target", value: .string(target),
            rule: SettingError.unknown("column", target, among: header))
    }

    private func indices(of names: [String], in header: [String], setting: String) throws(SettingError) -> Set<Int> {
        var indices: Set<Int> = []
        for (place, name) in names.enumerated() {
            guard let index = header.firstIndex(of: name) else {
                throw SettingError(
                    path: "data.\(setting)[\(place)]", value: .string(name),
                    rule: SettingError.unknown("column", name, among: header))
            }
            indices.insert(index)
        }
        return indices
    }
}

/// The rows read so far: all targets, and the cells of those that were not handed out.
private struct Rows {
    let width: Int
    var cells: [Float] = []
    var targets: [Double] = []
    var lineShifts: [Table.LineShift] = []

    init(width: Int) {
        self.width = width
    }

    /// Makes room for what is to be expected, so that growing does not hold the table twice.
    mutating func reserve(for bytes: Int, bytesPerRow: Int) {
        let rows = min(bytes / max(1, bytesPerRow + width) + 1, CSVReader.mostCells / width)
        targets.reserveCapacity(rows)
    }

    mutating func append(
        _ scanner: CSVScanner, kept: [Int], target: Int, with readers: inout [ColumnReader], path: String
    ) throws(DataError) {
        let row = targets.count
        let shift = scanner.line - (row + 2)
        if shift != lineShifts.last?.lines ?? 0 { lineShifts.append(Table.LineShift(row: row, lines: shift)) }
        try scanner.bytes.withUnsafeBufferPointer { (bytes) throws(DataError) in
            for column in kept {
                let cell = UnsafeBufferPointer(rebasing: bytes[scanner.fields[column].range])
                cells.append(Float(try readers[column].read(cell, path: path, line: scanner.line)))
            }
            let cell = UnsafeBufferPointer(rebasing: bytes[scanner.fields[target].range])
            targets.append(try readers[target].read(cell, path: path, line: scanner.line))
        }
    }
}
