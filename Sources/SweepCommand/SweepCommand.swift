import ArgumentParser
import Charts
import Foundation
import TextReports
import TrialScheduling

/// The `sweep` program.
@main struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Trains many variants of a model and says, with evidence, which is best.",
        discussion: """
            A sweep file says what to vary; README.md explains one line by line.

              sweep plan FILE      what would be trained, and how many steps that takes
              sweep try FILE       a program's first trial, and which metrics are read of it
              sweep run FILE       train what is missing; Ctrl-C is safe, run it again to go on
              sweep rank SWEEP     the configurations, best first
              sweep chart SWEEP    their curves
              sweep report SWEEP   the verdict with all its evidence, as Markdown or a page
            """,
        version: "0.1.0",
        subcommands: [
            PlanCommand.self, TryCommand.self, LearningRateRangeCommand.self, RunCommand.self, PauseCommand.self,
            ResumeCommand.self, LogCommand.self, StopCommand.self, JobsCommand.self, ListCommand.self,
            StatusCommand.self, RankCommand.self,
            ShowCommand.self, BestCommand.self, CompareCommand.self, ChartCommand.self, ReportCommand.self,
            ExportCommand.self, QueryCommand.self, RemoveCommand.self, DoctorCommand.self, WorkerCommand.self,
        ])

    static func main() async {
        StandardDescriptors.open()
        StandardDescriptors.raiseLimit()
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            if let unknown = UnknownOption.message(in: Array(CommandLine.arguments.dropFirst())) {
                StandardError.say(SafeText.escaping(unknown))
                Foundation.exit(ExitCode.validationFailure.rawValue)
            }
            exit(withError: error)
        }
        do {
            defer { warnOfFontGaps() }
            // Dispatch, which databases and tasks need, waits for threads for ever.
            try PlainThread.check(2)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard let known = CommandError(error) else { exit(withError: error) }
            StandardError.say(SafeText.escapingLines(known.description))
            Foundation.exit(known.exitCode.rawValue)
        }
    }

    /// Whatever drew the charts.
    private static func warnOfFontGaps() {
        if let warning = FontGaps.takeWarning() { StandardError.say(SafeText.escaping(warning)) }
    }
}
