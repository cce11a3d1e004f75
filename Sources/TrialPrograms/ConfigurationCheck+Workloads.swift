import Settings
import SweepFiles
public import SweepRuns
public import Sweeps
public import Workloads

extension ConfigurationCheck {
    /// Trials that run the training core, or another program where the file says one.
    ///
    /// - Parameter cache: where their data are read to.
    public static func workloads(_ cache: WorkloadCache) -> ConfigurationCheck {
        ConfigurationCheck(
            defaultObjective: { shared, folder in
                guard shared["data"] != nil else { return nil }
                return try placing(shared) {
                    try Workload.defaultObjective(for: shared, folder: folder, cache: cache)
                }
            },
            summary: { configuration, sweep, folder in
                try TrialProgram(of: sweep.program, cache: cache).summary(of: configuration, in: sweep, folder: folder)
            },
            notes: { configurations, sweep, folder in
                guard let first = configurations.first else { return [] }
                return PlannedProgram(sweep, first, folder: folder)?.notes ?? []
            })
    }

    static func coreSummary(
        of configuration: Configuration, in sweep: Sweep, folder: String, cache: WorkloadCache
    ) throws -> ConfigurationSummary {
        if sweep.fixedSettings.settings.isEmpty, configuration["data"] == nil { throw nothingToRun }
        return try placing(configuration) {
            try ConfigurationSummary(
                Workload(configuration: configuration, objective: sweep.objective, folder: folder, cache: cache)
                    .summary)
        }
    }

    /// Of W&B's files such are started by a script of their own, which names itself.
    private static var nothingToRun: SettingError {
        SettingError(
            path: "program", value: nil,
            rule: "the file has neither 'program' nor 'command', nor 'train'; if a script of its own starts it "
                + "(wandb.sweep), name that script as 'program'; to train with the training core, write 'train' with 'data'"
        )
    }

    /// Says an error in a file as one about the setting that names the file.
    private static func placing<Result>(_ configuration: Configuration, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            throw WorkloadError.settingError(for: error, in: configuration.settings) ?? error
        }
    }
}

extension ConfigurationSummary {
    init(_ summary: WorkloadSummary) {
        self.init(
            fingerprint: summary.fingerprint,
            training: Training(
                data: DataDescription(
                    name: summary.dataName, trainingExamples: summary.trainingExamples,
                    devExamples: summary.devExamples, testExamples: summary.testExamples, features: summary.features,
                    classes: summary.classes, skipped: summary.skippedExamples, notes: summary.dataNotes),
                parameters: summary.parameters, totalSteps: summary.totalSteps), metrics: summary.metrics,
            notes: summary.settingNotes)
    }
}

extension PreparedSweep {
    public init(
        file path: String, cache: WorkloadCache, method: Sweep.Method? = nil, configurations most: Int? = nil
    ) throws {
        try self.init(
            file: SweepFile.read(orRun: path), checking: .workloads(cache), method: method, configurations: most)
    }
}
