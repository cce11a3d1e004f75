import ArgumentParser
import ResultsStore
import SweepRuns
import SweepViews
import Sweeps
import TextReports
import TrialFolders
import TrialPrograms

/// `sweep best`: the winner and how sure that is, or a sweep file that trains or confirms it.
struct BestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "best", abstract: "Show the best configuration of a sweep, or a sweep file that trains it.",
        discussion: """
            The best of many is partly the luckiest. 'sweep best SWEEP --fresh > confirm.yaml' writes a sweep file that \
            trains the winner on seeds by which it was not chosen; their mean is what to expect of it.

            Where the metric measures another thing in some configurations, as a loss does where it varies, there is no \
            single best, but one of each kind; '--by' names a metric that compares all.
            """)

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @OptionGroup var objective: ObjectiveOptions

    @Flag(help: "Print a sweep file that trains the winner.")
    var yaml = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Print a sweep file with so many seeds (default: the winner's own; with '--fresh' \(SeedChoice.usualFresh)).",
            valueName: "n"))
    var seeds: Int?

    @Flag(help: "Print a sweep file with seeds that the sweep has not used, to confirm the winner.")
    var fresh = false

    @OptionGroup var options: StoreOptions

    private var printsFile: Bool { yaml || fresh || seeds != nil }

    func validate() throws {
        if printsFile, options.json { throw ValidationError("A sweep file and '--json' cannot both be had.") }
        if let seeds, !SeedChoice.counts.contains(seeds) {
            throw ValidationError("'--seeds' is \(seeds); it must be in 1...\(SeedChoice.counts.upperBound).")
        }
    }

    func run() throws {
        let store = try options.openForReading()
        let record = try SweepLookup.find(self.sweep, in: store)
        let view = try SweepView(of: record, in: store, judgedBy: objective.choice)
        let ranked = RankedConfigurations(view)
        if let parts = BestOfEachReport(ranked) {
            if printsFile { throw CommandError.wrongInput(parts.refusal) }
            return try options.output.result(options.json ? parts.json : parts.text(for: .standardOutput()))
        }
        guard let report = BestReport(ranked, store: store.path) else {
            throw CommandError.wrongInput(
                ObjectiveAbsence(view)?.words
                    ?? "\(view.sweep) has no best configuration yet: none of \(Phrases.count(view.trials.count, "trial")) "
                    + "has finished with a value of '\(view.objective.metric)'.")
        }
        if printsFile {
            let used = try store.trials(of: record.id).map(\.trial.seed)
            try options.output.data(report.sweepFile(SeedChoice(count: seeds, isFresh: fresh, used: Set(used))))
        } else {
            try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
            view.notes.map(\.sentence).forEach(options.output.message)
        }
    }
}
