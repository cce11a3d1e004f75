import ArgumentParser
import SweepRuns
import Sweeps
import TrialFolders

/// `sweep jobs`: how many trials of a running sweep are trained at once from now on.
struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "Change how many workers a sweep that is being run has.",
        discussion: """
            With fewer workers, the trials that began last checkpoint and wait. Results do not depend on the number.
            """)

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @Argument(help: "Workers at once.")
    var jobs: Int

    @OptionGroup var options: StoreOptions

    func validate() throws {
        guard SweepLimits.possibleJobs.contains(jobs) else {
            throw ValidationError(
                "The number of workers is \(jobs); it must be from 1 to \(SweepLimits.possibleJobs.upperBound).")
        }
    }

    func run() async throws {
        try await RunningSweep(sweep, options).ask(.jobs(jobs))
        options.output.message("\(Phrases.count(jobs, "worker")) from now on.")
    }
}
