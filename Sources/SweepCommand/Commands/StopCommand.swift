import ArgumentParser
import ResultsStore
import SweepRuns
import Sweeps
import TextReports
import TrialFolders

/// `sweep stop`: ends a run, or one trial for good.
struct StopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop a sweep that is being run, or cancel one trial.",
        discussion: """
            A sweep stops as by Ctrl-C: its trials checkpoint, and 'sweep run' goes on from there. A trial is cancelled: \
            it does not go on until 'sweep run FILE --retry cancelled'.
            """)

    @Argument(help: "The sweep's name or file, or the beginning of a trial's name.")
    var target: String

    @Option(help: ArgumentHelp("The sweep's name or file, where a trial is in several.", valueName: "sweep"))
    var sweep: String?

    @OptionGroup var options: StoreOptions

    func run() async throws {
        let store = try options.openForReading()
        if sweep == nil, try store.sweep(named: target) != nil || SweepLookup.isPath(target) {
            try await RunningSweep(target, options).ask(.stop)
            options.output.message("Its trials checkpoint and the run ends; 'sweep run' goes on from there.")
            return
        }
        let match = try TrialLookup.find(target, sweep: sweep, in: store)
        guard !match.trial.state.isEnd else {
            throw CommandError.wrongInput(
                "The trial \(match.trial.shortName) has ended already: \(match.trial.state.words).")
        }
        let state = try await TrialCancellation(of: match, storePath: options.path).perform {
            options.output.message($0.words)
        }
        let name = "The trial \(match.trial.shortName)"
        switch state {
        case .cancelled: options.output.message("\(name) is cancelled.")
        case _ where state.isEnd: options.output.message("\(name) has ended before it was cancelled: \(state.words).")
        default: options.output.message("\(name) is asked to end.")
        }
    }
}

extension RunningSweep {
    /// The sweep of this name or file.
    init(_ text: String, _ options: StoreOptions) throws {
        try self.init(SweepLookup.find(text, in: options.openForReading()), besideStore: options.path)
    }
}
