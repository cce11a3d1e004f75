import ArgumentParser
import ResultsStore

/// `sweep compare`: what sets trials apart, in hyperparameters and in results.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Compare trials: the hyperparameters that differ, and their metrics.")

    @Argument(help: "The trials' names, or enough of their beginnings; two or more.")
    var trials: [String]

    @Option(help: ArgumentHelp("The sweep's name or file, where a trial is in several.", valueName: "sweep"))
    var sweep: String?

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if trials.count < 2 { throw ValidationError("A comparison needs two trials or more.") }
    }

    func run() throws {
        let store = try options.openForReading()
        let report = CompareReport(
            trials: try trials.map { prefix in
                let match = try TrialLookup.find(prefix, sweep: sweep, in: store)
                let summaries = try store.summaries(of: match.sweep.id)[match.trial.id] ?? [:]
                return CompareReport.Entry(sweep: match.sweep, trial: match.trial, summaries: summaries)
            })
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
    }
}
