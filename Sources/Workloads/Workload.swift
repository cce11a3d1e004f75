import Datasets
import Networks
import Optimizers
import Randomness
public import Sweeps
import Training

/// A configuration made ready to train: every setting read and matched with the data.
public struct Workload: Sendable {
    public let summary: WorkloadSummary
    let settings: WorkloadSettings
    let loss: LossSettings
    let augmentations: [any Augmentation]
    let objective: TrainingObjective
    let dataSettings: DataSettings
    /// The data's own fingerprint, to find out if they changed.
    let dataFingerprint: String
    let cache: WorkloadCache

    /// Checks every setting and reads as much of the data as that needs.
    ///
    /// - Parameters:
    ///   - folder: where relative paths start.
    ///   - cache: shared by all workloads of the process.
    /// Throws a `SettingError`, a `DataError` that names file and line, or for `init` files a `SafetensorsError`.
    public init(configuration: Configuration, objective: Objective, folder: String, cache: WorkloadCache) throws {
        settings = try WorkloadSettings(configuration.settings, folder: folder)
        dataSettings = try cache.dataSettings(settings.data, folder: folder)
        let data = try cache.data.summary(of: dataSettings)
        self.objective = try ObjectiveCheck.trainingObjective(objective, data: data)
        if let stopping = settings.earlyStopping {
            try ObjectiveCheck.check(stopping.metric.rawValue, at: "early_stopping.metric", data: data)
        }
        for (path, metric) in settings.optimization.followedMetrics {
            try ObjectiveCheck.check(metric, at: path, data: data)
        }
        loss = try settings.loss(for: data)
        augmentations = try settings.augmentations(for: data)
        let parameters = try settings.network.parameterCount(inputs: data.featureCount, outputs: loss.outputs)
        let steps = try settings.passes.stepsPerEpoch(examples: data.trainCount)
        try settings.optimization.checkFullBatch(settings.passes, stepsPerEpoch: steps)
        try settings.optimization.checkSchedules(epochs: settings.passes.epochs, stepsPerEpoch: steps)

        var fingerprint = data.fingerprint
        let architecture = settings.network.architecture(inputs: data.featureCount, outputs: loss.outputs)
        if case .file(let path) = settings.network.start {
            fingerprint =
                Fingerprint(of: fingerprint + (try cache.weightFile(path, for: architecture).fingerprint))
                .description
        }
        if !settings.optimization.groups.isEmpty {
            _ = try ParameterGroupRule.groups(
                settings.optimization.groups, of: cache.layout(of: architecture), weightDecay: 0)
        }
        summary = WorkloadSummary(
            dataName: data.name, fingerprint: fingerprint, task: data.task,
            trainingExamples: data.trainCount, devExamples: data.devCount, testExamples: data.testCount,
            skippedExamples: data.skipped, dataNotes: data.notes,
            features: data.featureCount, parameters: parameters, stepsPerEpoch: steps,
            epochs: settings.passes.epochs, metrics: ObjectiveCheck.all(data).map(\.definition),
            settingNotes: settings.passes.notes(examples: data.trainCount)
                + ScheduleNotes(settings, written: configuration.settings, stepsPerEpoch: steps).sentences)
        dataFingerprint = data.fingerprint
        self.cache = cache
    }

    /// The optimizer of configurations that name none.
    public static var defaultOptimizer: String { OptimizerKind.standard.rawValue }

    /// What trials of a configuration are judged by where the sweep does not say: the dev accuracy, for regression the
    /// root mean squared error of the dev set, or where there is none of the training set.
    ///
    /// Throws as `init` does, but reads no setting besides `data`.
    public static func defaultObjective(
        for configuration: Configuration, folder: String, cache: WorkloadCache
    ) throws -> Objective {
        guard let setting = configuration.settings["data"] else { throw WorkloadSettings.missingData }
        let data = try cache.data.summary(of: cache.dataSettings(setting, folder: folder))
        guard data.task == .regression else { return Objective() }
        let metric = Metric.score(.rootMeanSquaredError, of: data.devCount > 0 ? .dev : .train)
        return Objective(metric: metric.rawValue, goal: .minimize)
    }
}
