import Sweeps
import Training

extension Metric {
    /// What the sweep side is to know of it.
    var definition: MetricDefinition {
        MetricDefinition(
            name: rawValue, goal: goal, unit: isShare ? .share : .magnitude, set: set, frequency: frequency,
            dependencies: dependencies, exceptions: set == nil ? [] : Self.inputSettings)
    }

    private var goal: Objective.Goal? {
        switch self {
        case .learningRate, .gradientNorm, .lossScale, .skippedSteps: nil
        default: naturalGoal == .maximize ? .maximize : .minimize
        }
    }

    private var isShare: Bool { [.trainAccuracy, .devAccuracy, .testAccuracy].contains(self) }

    private var set: MetricDefinition.DataSet? {
        switch self {
        case .trainLoss, .trainAccuracy: .train
        case .devLoss, .devAccuracy: .dev
        case .testLoss, .testAccuracy: .test
        case .batchLoss, .learningRate, .gradientNorm, .lossScale, .skippedSteps, .epochSeconds: nil
        }
    }

    private var frequency: MetricDefinition.Frequency {
        switch self {
        case .batchLoss: .step
        case .testLoss, .testAccuracy: .once
        default: .epoch
        }
    }

    /// Every loss is the trial's own, and every set comes from the trial's own data.
    private var dependencies: [String] {
        let isLoss = [.trainLoss, .devLoss, .testLoss, .batchLoss, .gradientNorm].contains(self)
        return (isLoss ? ["loss", "label_smoothing"] : []) + (set == nil ? [] : ["data"])
    }

    /// What changes the inputs of examples and leaves it to the others which examples and targets there are.
    private static let inputSettings = ["standardize", "categories", "ignore", "size", "channels"].map { "data.\($0)" }
}
