/// What the examples of a source are to become, as the source says it, before it is decided whether these are classes.
struct SourceTargets: Sendable {
    /// How a target is pointed at in messages.
    enum Place: Sendable {
        case line(Table.LineNumbers, column: String)
        /// An array's name and an index.
        case element(of: String)
        /// The classes are folders, or known by their names alone.
        case name
    }

    /// Where they come from, for messages.
    let path: String
    let place: Place
    /// The names that the values count, from 0; nil if the values are numbers.
    let categories: [String]?
    /// In the order of the examples.
    let values: [Double]

    /// What a value stands for.
    func label(_ value: Double) -> ClassLabel {
        if let categories { return .text(categories[Int(value)]) }
        return .number(value)
    }

    /// An error about all of them.
    func error(value: String? = nil, _ rule: String) -> DataError {
        switch place {
        case .line(_, let column): DataError(path: path, column: column, value: value, rule: rule)
        case .element(let name): DataError(path: path, array: name, value: value, rule: rule)
        case .name: DataError(path: path, value: value, rule: rule)
        }
    }

    func error(row: Int, _ rule: String) -> DataError {
        let text = label(values[row]).text
        return switch place {
        case .line(let lines, let column):
            DataError(path: path, line: lines.line(ofRow: row), column: column, value: text, rule: rule)
        case .element(let name): DataError(path: path, array: "\(name)[\(row)]", value: text, rule: rule)
        case .name: DataError(path: path, value: text, rule: rule)
        }
    }
}
