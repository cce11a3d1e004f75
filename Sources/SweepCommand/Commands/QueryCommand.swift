import ArgumentParser
import ResultsStore
import TextReports

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
        let report = QueryReport(result: result)
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
        if result.rows.isEmpty { options.output.message("No rows.") }
    }
}
