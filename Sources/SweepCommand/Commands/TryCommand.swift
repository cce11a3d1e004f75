import ArgumentParser
import Foundation
import SweepFiles
import SweepRuns
import Sweeps
import TextReports
import TrialPrograms
import Workloads

/// `sweep try`: runs the first trial of a program in the terminal, and shows what is read of it.
struct TryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try", abstract: "Run a file's program once, and show which metrics are read of it.",
        discussion: """
            The first configuration runs in the terminal, with its output as it is; then a table tells what was read as \
            which metric, and from where. Ctrl-C ends the program, and the table is shown all the same. Nothing is stored.
            """)

    @Argument(
        help: "The sweep file, or a Python script that calls wandb.sweep and wandb.agent.",
        completion: .file(extensions: ["yaml", "yml", "py"]))
    var file: String

    @Option(help: ArgumentHelp("How to search, in place of the file's method.", valueName: "method"))
    var method: Sweep.Method?

    @Flag(help: "Print JSON for machines.")
    var json = false

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        let read = try SweepFile.read(orRun: file)
        let cache = WorkloadCache(onlyChecks: true)
        let prepared = try PreparedSweep(
            file: read, checking: .workloads(cache), method: method,
            configurations: read.sweep.isEndless(by: method) ? 1 : nil)
        try prepared.requireProgram()
        guard let attempt = ProgramTry(prepared) else {
            throw CommandError.wrongInput(
                "\(file) trains with the training core, of which all metrics are known; 'sweep plan \(file)' shows what it "
                    + "would train, 'sweep run \(file)' trains it.")
        }
        for note in prepared.notes { StandardError.say(note) }
        // While it lives the program is asked to end where otherwise this one would.
        let interruptions = Interruptions.stream()
        defer { withExtendedLifetime(interruptions) {} }
        let isForMachines = json
        let outcome = try attempt.run(
            stopRequested: { Interruptions.haveBeen },
            output: { bytes in
                if isForMachines {
                    StandardError.write(String(decoding: bytes, as: UTF8.self))
                } else {
                    try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
                }
            })
        let report = TryReport(
            metrics: outcome.metrics, nearNames: outcome.nearNames, objective: prepared.sweep.objective)
        if let trouble = outcome.trouble { StandardError.say("'sweep try': \(trouble).") }
        try CommandOutput(isQuiet: false).result(json ? report.json : "\n" + report.text(for: .standardOutput()))
        if outcome.wasStopped { throw ExitCode(130) }
        if outcome.trouble != nil { throw ExitCode(1) }
    }
}
