public import Networks
public import Optimizers
import Settings

/// How a network is trained, from the first step to the last.
public struct TrainingPlan: Sendable {
    /// Passes over the training data; at least 1.
    public var epochs: Int
    public var batchSize = BatchSize.count(64)
    public var shuffle = Shuffle.eachEpoch
    public var loss: any Loss
    public var optimizer: OptimizerMethod
    /// Before the schedule and the groups' scales.
    public var learningRate: Double
    public var decay = LearningRateDecay.constant
    /// λ of parameters in no group of their own, as the optimizer means it.
    public var weightDecay: Double
    /// The first whose pattern a parameter's name matches counts.
    public var parameterGroups: [ParameterGroupRule] = []
    /// The strength of the penalty on the absolute value of weights.
    public var l1 = 0.0
    /// The largest norm of the gradient, if there is a limit.
    public var clipNorm: Double?
    /// The largest magnitude of each number of the gradient, if there is a limit; applied after `clipNorm`.
    public var clipValue: Double?
    /// Applied to each training example, in this order.
    public var augmentations: [any Augmentation] = []
    /// What the network computes in, in training and evaluation.
    public var precision = Precision.float32
    public var earlyStopping: EarlyStopping?
    /// What the best epoch is told by.
    public var objective = TrainingObjective(metric: .devAccuracy)
    /// In epochs; the last one is always evaluated.
    public var evaluateEvery = 1
    /// In epochs; the last one is always kept.
    public var checkpointEvery = 1
    /// Of batch order, dropout and augmentation.
    public var seed: UInt64

    public init(
        epochs: Int, loss: any Loss, optimizer: OptimizerMethod, learningRate: Double, weightDecay: Double = 0,
        seed: UInt64
    ) {
        precondition(epochs >= 1, "\(epochs) epochs")
        self.epochs = epochs
        self.loss = loss
        self.optimizer = optimizer
        self.learningRate = learningRate
        self.weightDecay = weightDecay
        self.seed = seed
    }
}

/// How many examples there are in a step.
public enum BatchSize: Hashable, Sendable {
    /// At least 1; more than there are examples means all of them. An epoch's last batch may be shorter.
    case count(Int)
    case full

    /// The examples of a full step, where there are `all` of them.
    func count(of all: Int) -> Int {
        switch self {
        case .count(let size): min(size, all)
        case .full: all
        }
    }

    /// As it is written in a sweep file.
    var setting: SettingValue {
        switch self {
        case .count(let size): .int(size)
        case .full: .string("full")
        }
    }
}

/// When the examples are put in a new random order; the raw values are the names in sweep files.
public enum Shuffle: String, CaseIterable, Sendable {
    case eachEpoch = "each_epoch"
    /// Before the first epoch.
    case once
    case never
}
