import ArgumentParser
import SweepRuns
import TrialFolders

/// `sweep pause`: lets a running sweep wait.
struct PauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Let a sweep that is being run wait until 'sweep resume'.",
        discussion: "Its trials checkpoint at their next step, and its workers idle.")

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @OptionGroup var options: StoreOptions

    func run() async throws {
        try await RunningSweep(sweep, options).ask(.pause)
        options.output.message("Paused; 'sweep resume \(sweep)' goes on.")
    }
}

/// `sweep resume`: lets a paused sweep go on.
struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let a paused sweep go on.")

    @Argument(help: "The sweep's name or file.")
    var sweep: String

    @OptionGroup var options: StoreOptions

    func run() async throws {
        try await RunningSweep(sweep, options).ask(.resume)
        options.output.message("Goes on.")
    }
}
