import ArgumentParser
import ResultsStore
import Settings

/// `sweep query`: SQL by hand, which can only read.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Ask the store in SQL; it can only be read.",
        discussion: """
            The views are made for this: measurements, trial_parameters, trial_metrics, trial_results and ranking. \
            For example: sweep query "SELECT trial, best FROM trial_results WHERE sweep = 'x' ORDER BY best DESC"
            """)

    @Argument(help: "One SELECT statement.")
    var sql: String

    @OptionGroup var options: StoreOptions

    func run() throws {
        let result = try options.openForReading().readOnlyQuery(sql)
        try options.output.result(options.json ? Self.json(result) : Self.text(result, for: .standardOutput()))
        if result.rows.isEmpty { options.output.message("No rows.") }
    }

    static func text(_ result: QueryResult, for terminal: Terminal) -> String {
        let columns = result.columns.enumerated().map { index, name in
            let values = result.rows.map { $0[index] }
            let areNumbers = values.allSatisfy { $0.number != nil || $0 == .null }
            return TextTable.Column(
                name, areNumbers ? .right : .left, values.map { $0 == .null ? "NULL" : $0.description })
        }
        return TextTable(columns: columns).text(for: terminal)
    }

    /// A list of objects; of two columns with one name, the last counts.
    static func json(_ result: QueryResult) -> String {
        SettingValue.list(
            result.rows.map { row in .mapping(Dictionary(zip(result.columns, row)) { _, last in last }) }
        ).canonicalJSON
    }
}
