/// The data sets that are part of the program.
public enum BuiltInData: String, CaseIterable, Hashable, Sendable {
    case digits

    /// Reads the data. `reader` says which column is the target, as for a file.
    func table(_ reader: CSVReader) throws -> Table {
        switch self {
        case .digits: try Digits.table(reader)
        }
    }
}
