import Foundation

/// A CSV file, whose rows are kept as numbers and as the places of categories.
struct CSVFile: Sendable {
    let path: String
    let reader: CSVReader
}

extension CSVFile: PreparableSource {
    var name: String { path }

    var recipe: String {
        let names = [reader.target.map { [$0] } ?? [], reader.categories, reader.ignored]
        return "csv " + names.map { names in names.map { "\($0.utf8.count):\($0)" }.joined(separator: ",") }.description
    }

    func listing() throws -> SourceListing {
        SourceListing(files: [try SourceFile(path: path, name: "table")])
    }

    func prepare(_ files: [SourceFile], _ preparation: Preparation) throws -> PreparedContent {
        let stream = try ByteStream(file: path, fingerprint: preparation.fingerprints.first)
        let progress = ProgressCounter(
            name: name, total: stream.expectedCount, unit: .bytes, report: preparation.report)
        var writer: PreparedFileWriter?
        var rows = 0
        var told = 0
        let table = try reader.read(stream) { cells, width in
            if writer == nil {
                guard let layout = ExampleLayout(element: .float32, shape: [width]) else {
                    preconditionFailure("rows of \(width) cells")
                }
                writer = try preparation.writer(layout, capacity: nil)
            }
            try cells.withUnsafeBytes { try writer?.write($0, at: rows) }
            rows += cells.count / width
            progress.add(stream.offset - told)
            told = stream.offset
        }
        guard let writer else { throw DataError(path: path, rule: "there is no row below the header") }
        return PreparedContent(
            writer: writer, targets: table.targets,
            table: PreparedDescription.TableColumns(
                columns: table.columns, target: table.target, lineShifts: Table.LineShift.data(table.lineShifts),
                fingerprint: table.fingerprint))
    }
}

extension Table {
    /// A table that was prepared; nil if the file holds something else.
    init?(_ file: PreparedFile, path: String) {
        guard let table = file.description.table else { return nil }
        self.init(
            path: path, columns: table.columns, cells: .prepared(file), target: table.target,
            targetValues: file.targets, lineShifts: LineShift.shifts(table.lineShifts), fingerprint: table.fingerprint)
    }
}

extension Table.LineShift {
    static func data(_ shifts: [Table.LineShift]) -> Data {
        var data = Data(capacity: shifts.count * 16)
        for number in shifts.lazy.flatMap({ [$0.row, $0.lines] }) {
            withUnsafeBytes(of: UInt64(number).littleEndian) { data.append(contentsOf: $0) }
        }
        return data
    }

    static func shifts(_ data: Data) -> [Table.LineShift] {
        data.withUnsafeBytes { bytes in
            func number(_ place: Int) -> Int {
                Int(
                    truncatingIfNeeded: UInt64(
                        littleEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self)))
            }
            return (0..<(bytes.count / 16)).map { Table.LineShift(row: number($0 * 2), lines: number($0 * 2 + 1)) }
        }
    }
}
