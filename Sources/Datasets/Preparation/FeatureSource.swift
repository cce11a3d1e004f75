/// Where the features of a data set's parts come from, all parts being built alike.
enum FeatureSource: Sendable {
    case tables([Table], FeatureEncoding)
    case arrays([PreparedFile])

    /// - Parameter contents: the training content first, at least one. Throws a `DataError` if another one differs.
    init(_ contents: [SourceContent]) throws(DataError) {
        var tables: [Table] = []
        var files: [PreparedFile] = []
        for content in contents {
            switch content {
            case .table(let table):
                if let first = tables.first { try Self.check(table, against: first) }
                tables.append(table)
            case .prepared(let file, let source, _):
                if let first = files.first { try Self.check(file, source.name, against: first) }
                files.append(file)
            }
        }
        if !tables.isEmpty, !files.isEmpty {
            throw DataError(
                path: contents[contents.count - 1].targets.path,
                rule:
                    "it must be of the same kind as \(contents[0].targets.path): both tables, or both arrays or pictures"
            )
        }
        self = tables.isEmpty ? .arrays(files) : .tables(tables, FeatureEncoding(tables))
    }

    /// The names of a table's features.
    var names: [String] {
        switch self {
        case .tables(_, let encoding): encoding.featureNames
        case .arrays: []
        }
    }

    /// Of one example.
    var shape: [Int] {
        switch self {
        case .tables(let tables, let encoding): tables[0].shape ?? [encoding.width]
        case .arrays(let files): files[0].layout.shape
        }
    }

    /// Makes examples of rows of the parts, given by their place among the contents.
    typealias ExampleMaker = (_ place: Int, _ rows: [Int32], _ targets: Targets) -> any ExampleSource

    /// - Parameter trainingRows: of the first content, which the features are standardized by; nil: they are not.
    func maker(standardizedBy trainingRows: [Int32]?) -> ExampleMaker {
        switch self {
        case .tables(let tables, let encoding):
            let standardization =
                trainingRows.map { Standardization(tables[0], rows: $0, encoding: encoding) }
                ?? Standardization(width: encoding.width)
            return { place, rows, targets in
                TableExamples(
                    tables[place], rows: rows, place: place, targets: targets, encoding: encoding,
                    standardization: standardization)
            }
        case .arrays(let files):
            let standardization =
                trainingRows.map { ArrayStandardization(files[0], rows: $0) }
                ?? ArrayStandardization(unstandardized: files[0].layout)
            return { place, rows, targets in
                PreparedExamples(files[place], rows: rows, targets: targets, standardization: standardization)
            }
        }
    }

    private static func check(_ table: Table, against training: Table) throws(DataError) {
        let columns = table.columns + [table.target]
        let expected = training.columns + [training.target]
        if columns.map(\.name) != expected.map(\.name) {
            throw DataError(
                path: table.path, line: 1, rule: "the columns must be those of \(training.path), in the same order")
        }
        for (column, other) in zip(columns, expected)
        where (column.categories == nil) != (other.categories == nil) {
            let (here, there) = column.categories == nil ? ("numbers", "text") : ("text", "numbers")
            throw DataError(
                path: table.path, line: 2, column: column.name,
                rule: "it holds \(here), but \(there) in \(training.path)")
        }
    }

    private static func check(_ file: PreparedFile, _ name: String, against training: PreparedFile) throws(DataError) {
        if file.layout.shape != training.layout.shape {
            throw DataError(
                path: name,
                rule: "its examples have the shape \(StoredArray.text(file.layout.shape)), but those to train with "
                    + StoredArray.text(training.layout.shape))
        }
        if file.layout.element != training.layout.element {
            throw DataError(
                path: name,
                rule: "its numbers are kept as \(file.layout.element), but those to train with as "
                    + "\(training.layout.element)")
        }
    }
}
