import SweepRuns
public import Sweeps
public import TrialScheduling
public import Workloads

/// What a sweep's trials run: the training core, or a command.
public enum TrialProgram: Sendable {
    /// The cache is where its data are read to.
    case core(WorkloadCache)
    case command(SweepProgram)

    /// - Parameter program: nil for the training core.
    public init(of program: SweepProgram?, cache: WorkloadCache) {
        self = program.map(TrialProgram.command) ?? .core(cache)
    }

    /// Checks a configuration, and tells what it comes to.
    ///
    /// - Throws: `SettingError`, and what is wrong with its data.
    func summary(of configuration: Configuration, in sweep: Sweep, folder: String) throws -> ConfigurationSummary {
        switch self {
        case .core(let cache):
            try ConfigurationCheck.coreSummary(of: configuration, in: sweep, folder: folder, cache: cache)
        case .command(let program): try program.summary(of: configuration)
        }
    }

    /// Runs an attempt, in a worker.
    ///
    /// - Parameters:
    ///   - supportFolder: where what programs are given is put, for all trials.
    ///   - warn: takes what a person should know, besides the scheduler.
    /// - Throws: `FileError` where the attempt's files cannot be written; what makes the trial fail.
    public func run(
        _ context: WorkerLoop.Context, supportFolder: String, warn: @escaping (String) -> Void
    ) throws -> AttemptEnd {
        switch self {
        case .core(let cache): try CoreTrial(context, cache: cache).train(warn: warn)
        case .command(let program):
            try CommandTrial(context, program: program, supportFolder: supportFolder).run()
        }
    }
}
