public import ResultsStore
import Settings

/// The answer to a query by hand: a table, or JSON.
public struct QueryReport {
    let result: QueryResult

    public init(result: QueryResult) {
        self.result = result
    }

    public func text(for terminal: Terminal) -> String {
        let columns = result.columns.enumerated().map { index, name in
            let values = result.rows.map { $0[index] }
            let areNumbers = values.allSatisfy { $0.number != nil || $0 == .null }
            return TextTable.Column(
                name, areNumbers ? .right : .left, values.map { $0 == .null ? "NULL" : $0.description })
        }
        return TextTable(columns: columns).text(for: terminal)
    }

    /// A list of objects; of two columns with one name, the last counts.
    public var json: String {
        SettingValue.list(
            result.rows.map { row in .mapping(Dictionary(zip(result.columns, row)) { _, last in last }) }
        ).canonicalJSON
    }
}
