import Analysis
import ArgumentParser
import ResultsStore
import Sweeps
import TrialScheduling

/// `sweep best`: the winner with all its hyperparameters, or a sweep file that trains it.
struct BestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "best", abstract: "Show the best configuration of a sweep, or a sweep file that trains it.")

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @OptionGroup var objective: ObjectiveOptions

    @Flag(help: "Print a sweep file that trains the winner.")
    var yaml = false

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if yaml, options.json { throw ValidationError("'--yaml' and '--json' cannot both be had.") }
    }

    func run() throws {
        let store = try options.openForReading()
        let sweep = try StoredSweep(SweepLookup.find(self.sweep, in: store), in: store)
        let objective = try self.objective.objective(of: sweep)
        let ranking = Ranking(of: sweep.outcomes, by: objective)
        guard let report = BestReport(sweep: sweep, ranking: ranking, store: store.path) else {
            throw CommandError.wrongInput(
                "\(sweep.record.name) has no best configuration yet: none of \(Words.count(sweep.trials.count, "trial")) "
                    + "has finished with a value of '\(objective.metric)'.")
        }
        try options.output.result(yaml ? report.sweepFile : options.json ? report.json : report.text)
        if report.tiedCount > 0 {
            options.output.message(
                "\(Words.count(report.tiedCount, "other configuration")) did exactly as well; 'sweep rank "
                    + "\(sweep.record.name)' shows \(report.tiedCount == 1 ? "it" : "them").")
        }
    }
}
