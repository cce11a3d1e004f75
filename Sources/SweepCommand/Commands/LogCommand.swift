import ArgumentParser
import Foundation
import ProgramMetrics
import TrialFolders

/// `sweep log`: reports a trial's metrics from a shell.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Report values of metrics, from a program that a trial runs.",
        discussion: "It appends a line to the file that SWEEP_METRICS names, which trials of other programs find set.")

    @Argument(help: "Values, as dev_accuracy=0.91.")
    var values: [String]

    @Option(help: ArgumentHelp("The step that they are of (default: the next one of each metric).", valueName: "n"))
    var step: Int?

    @Option(help: ArgumentHelp("The epoch that they are of.", valueName: "n"))
    var epoch: Int?

    func run() throws {
        let line: ReportedLine
        do {
            line = try ReportedLine(values, step: step, epoch: epoch)
        } catch {
            throw ValidationError(error.words)
        }
        guard let path = ProcessInfo.processInfo.environment["SWEEP_METRICS"], !path.isEmpty else {
            throw ValidationError(
                "SWEEP_METRICS is not set, so this is no trial: 'sweep run' and 'sweep try' set it for a file's 'program'."
            )
        }
        let code = line.append(to: path)
        if code != 0 { throw FileError(path: path, doing: "write", errno: code) }
    }
}
