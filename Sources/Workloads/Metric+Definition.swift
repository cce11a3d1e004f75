import Sweeps
import Training

extension Metric {
    /// What the sweep side is to know of it.
    var definition: MetricDefinition {
        switch self {
        case .batchLoss: plain(.minimize, .magnitude, .step, Self.lossSettings)
        case .score(let score, let part): definition(of: score, part, part == .test ? .once : .epoch)
        case .restored(let score, let part), .constantGuess(let score, let part): definition(of: score, part, .once)
        case .learningRate: plain(nil, .magnitude, nil)
        case .gradientNorm: plain(nil, .magnitude, .epoch, Self.lossSettings)
        case .lossScale, .skippedSteps: plain(nil, .magnitude, .epoch)
        case .epochSeconds: plain(.minimize, .magnitude, .epoch)
        }
    }

    private func plain(
        _ goal: Objective.Goal?, _ unit: MetricDefinition.Unit, _ frequency: MetricDefinition.Frequency?,
        _ dependencies: [String] = []
    ) -> MetricDefinition {
        MetricDefinition(name: rawValue, goal: goal, unit: unit, frequency: frequency, dependencies: dependencies)
    }

    /// Every loss is the trial's own, and every set comes from the trial's own data.
    private func definition(
        of score: Score, _ part: DataPart, _ frequency: MetricDefinition.Frequency
    ) -> MetricDefinition {
        MetricDefinition(
            name: rawValue, goal: score.isMaximized ? .maximize : .minimize, unit: score.unit,
            set: MetricDefinition.DataSet(rawValue: part.rawValue), frequency: frequency,
            dependencies: (score == .loss ? Self.lossSettings : []) + ["data"], exceptions: Self.inputSettings)
    }

    private static let lossSettings = ["loss", "label_smoothing"]
    /// What changes the inputs of examples and leaves it to the others which examples and targets there are.
    private static let inputSettings = ["standardize", "categories", "ignore", "size", "channels"].map { "data.\($0)" }
}

extension Score {
    fileprivate var unit: MetricDefinition.Unit {
        switch self {
        case .accuracy, .balancedAccuracy, .f1, .auc: .share
        case .loss, .crossEntropy, .rootMeanSquaredError, .meanAbsoluteError: .magnitude
        case .r2: .number
        }
    }
}
