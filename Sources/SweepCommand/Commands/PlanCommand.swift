public import ArgumentParser
import SweepFiles
import SweepRuns
public import Sweeps
import TextReports
import TrialFolders
import TrialPrograms

/// `sweep plan`: what a sweep file would train.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what a sweep file would train; nothing is written.")

    @Argument(
        help: "The sweep file, or a Python script that calls wandb.sweep and wandb.agent.",
        completion: .file(extensions: ["yaml", "yml", "py"]))
    var file: String

    @Option(help: ArgumentHelp("How many configurations to show.", valueName: "n"))
    var top = 10

    @Option(help: ArgumentHelp("How to search, in place of the file's method.", valueName: "method"))
    var method: Sweep.Method?

    @OptionGroup var gpus: GPUOptions
    @OptionGroup var options: StoreOptions

    func validate() throws {
        if top < 0 { throw ValidationError("'--top' is \(top); it must be at least 0.") }
    }

    func run() throws {
        let cache = options.workloadCache(onlyChecks: true)
        // Of a search without an end a sample is shown.
        let read = try SweepFile.read(orRun: file)
        var prepared = try PreparedSweep(
            file: read, checking: .workloads(cache), method: method,
            configurations: read.sweep.isEndless(by: method) ? max(1, top) : nil)
        prepared.notes.forEach(options.output.message)
        let stored = SweepFolder(sweep: prepared.sweep.name, besideStore: options.path).storedDescription()
        if let stored, prepared.keepObjective(of: stored) { stored.keptObjectiveNote.map(options.output.message) }
        prepared.comparabilityNote(cache).map(options.output.message)
        try options.storeIfThere().flatMap(prepared.changedData).map { options.output.message($0.sentence) }
        if let store = options.storeIfThere() {
            let folder = SweepFolder(sweep: prepared.sweep.name, besideStore: options.path)
            try ChangedProgram(prepared, in: folder, store: store).map {
                options.output.message($0.sentence(file: file))
            }
        }
        let report = PlanReport(prepared: prepared, shown: top, program: program(of: prepared))
        report.notes.forEach(options.output.message)
        try options.output.result(options.json ? report.json : report.text(for: .standardOutput()))
    }

    private func program(of prepared: PreparedSweep) -> PlanReport.Program? {
        guard let program = PlannedProgram(prepared),
            let slots = prepared.slots(jobs: nil, on: gpus.machine(for: prepared, options.output))
        else { return nil }
        return PlanReport.Program(
            commandLine: program.commandLine, folder: program.folder, concurrency: slots.sentence)
    }
}

extension Sweep.Method: ExpressibleByArgument {}
