import ArgumentParser
import SweepRuns
import Sweeps
import TextReports
import TrialFolders
import TrialPrograms

/// `sweep plan`: what a sweep file would train.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what a sweep file would train; nothing is written.")

    @Argument(help: "The sweep file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(help: ArgumentHelp("How many configurations to show.", valueName: "n"))
    var top = 10

    @OptionGroup var options: StoreOptions

    func validate() throws {
        if top < 0 { throw ValidationError("'--top' is \(top); it must be at least 0.") }
    }

    func run() throws {
        let cache = options.workloadCache(onlyChecks: true)
        var prepared = try PreparedSweep(file: file, cache: cache)
        prepared.notes.forEach(options.output.message)
        let stored = SweepFolder(sweep: prepared.sweep.name, besideStore: options.path).storedDescription()
        if let stored, prepared.keepObjective(of: stored) { stored.keptObjectiveNote.map(options.output.message) }
        prepared.comparabilityNote(cache).map(options.output.message)
        try options.storeIfThere().flatMap(prepared.changedData).map { options.output.message($0.sentence) }
        let report = PlanReport(prepared: prepared, shown: top)
        report.notes.forEach(options.output.message)
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
    }
}
