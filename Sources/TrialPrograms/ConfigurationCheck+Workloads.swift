public import SweepRuns
import Sweeps
public import Workloads

extension ConfigurationCheck {
    /// Trials that run the training core.
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
            summary: { configuration, objective, folder in
                try placing(configuration) {
                    try ConfigurationSummary(
                        Workload(
                            configuration: configuration, objective: objective, folder: folder, cache: cache
                        ).summary)
                }
            })
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
                parameters: summary.parameters, totalSteps: summary.totalSteps),
            metrics: summary.metrics,
            notes: summary.settingNotes)
    }
}

extension PreparedSweep {
    public init(file path: String, cache: WorkloadCache) throws {
        try self.init(file: path) { TrialProgram(of: $0.program, cache: cache).check }
    }
}
