import Analysis
import ArgumentParser
import Expressions
import ResultsStore
import Sweeps

/// `sweep rank`: which configuration is best, by the mean of the objective over its seeds.
struct RankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "Rank the configurations of a sweep, the best first.",
        discussion: """
            A configuration's trials differ by seed only. Each finished one counts with the objective's value at its \
            best epoch, or at its last one if the sweep says so; the ranking is by their mean. Other trials are \
            counted and named, but their values are not used.
            """)

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @OptionGroup var objective: ObjectiveOptions

    @Option(
        help: ArgumentHelp(
            "Only trials for which this holds, in hyperparameters and metrics: \"optimizer == 'adam' and lr < 0.1\".",
            valueName: "expression"))
    var `where`: String?

    @Option(help: ArgumentHelp("Only so many of the best.", valueName: "n"))
    var top: Int?

    @Flag(help: "Also trials that the sweep's file no longer asks for.")
    var all = false

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if let top, top < 1 { throw ValidationError("'--top' is \(top); it must be at least 1.") }
    }

    func run() throws {
        let store = try options.openForReading()
        let sweep = try StoredSweep(SweepLookup.find(self.sweep, in: store), in: store, includingUnplanned: all)
        let objective = try self.objective.objective(of: sweep)
        var outcomes = sweep.outcomes
        if let text = self.where {
            do {
                outcomes = try TrialCondition(Expression(parsing: text), objective: objective).matches(in: outcomes)
            } catch {
                throw CommandError.wrongInput("'--where': \(error)")
            }
        }
        let report = RankReport(
            sweep: sweep.record.name, ranking: Ranking(of: outcomes, by: objective),
            order: sweep.record.parameterNames, condition: self.where, top: top)
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
        if !options.json { report.notes.forEach(options.output.message) }
        if let note = sweep.leftOutNote { options.output.message(note) }
    }
}
