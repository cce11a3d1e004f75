import ArgumentParser
import ResultsStore
import SweepRuns
import SweepViews
import Sweeps
import TextReports

/// `sweep rank`: which configuration is best, how sure that is, and which cannot be told apart from it.
struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "Rank the configurations of a sweep, the best first, with evidence.",
        discussion: """
            A configuration's trials differ by seed only. Each finished one counts with the objective's value at its \
            best epoch, or at its last one if the sweep says so; the ranking is by their mean. The verdict comes first: \
            which configuration is best, and which cannot be told apart from it (marked =). Configurations are compared \
            seed by seed, with allowance for the best having been picked from all: where none differs, a difference is \
            claimed in at most one sweep of twenty.

            A seed that diverged, failed, timed out or finished without a value counts as worse than any value: a \
            configuration that lost one (marked !) comes after all that lost none. Trials that still run or were \
            stopped are counted and named, but their values are not used.

            Several sweeps are ranked together if they are judged alike.

            Where the table would be wider than the terminal, what varies is told in one column; where it still is, the \
            least important columns are left out. A file or a pipe has them all, and one column for what varies where \
            80 columns would not do; where that would be long, the table is laid out for 80 columns. '--wide' has \
            everything.
            """)

    @Argument(help: "The sweep's name or file; several are ranked together.")
    var sweeps: [String]

    @OptionGroup var objective: ObjectiveOptions

    @OptionGroup var condition: ConditionOption

    @Option(
        help: ArgumentHelp(
            "Only the best configuration of each value of this hyperparameter, compared with each other.",
            valueName: "parameter"))
    var groupBy: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Only so many of the best.", valueName: "n"))
    var top: Int?

    @Flag(help: "Also trials that the sweep's file, with its data as they are now, no longer asks for.")
    var all = false

    @Flag(help: "All columns, one for each hyperparameter that varies, however narrow the terminal.")
    var wide = false

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if let top, top < 1 { throw ValidationError("'--top' is \(top); it must be at least 1.") }
    }

    func run() throws {
        let store = try options.openForReading()
        let records = try SweepLookup.find(sweeps, in: store)
        let view = try condition.view(of: records, in: store, judgedBy: objective.choice, includingUnplanned: all)
        if let groupBy { try view.check(groupedBy: groupBy) }
        let report = RankReport(RankedConfigurations(view, groupedBy: groupBy), top: top)
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput(), isWide: wide))
        if !options.json { report.notes.forEach(options.output.message) }
        view.notes.map(\.sentence).forEach(options.output.message)
        records.filter { $0.objective.metric == view.objective.metric }.compactMap(\.keptObjectiveNote)
            .forEach(options.output.message)
    }
}
