/// What a training measures; the raw values are the names in journals and sweep files.
public enum Metric: String, CaseIterable, Sendable {
    /// Of each step, before its update and without penalties.
    case batchLoss = "batch_loss"
    /// Over a whole set, in evaluation mode.
    case trainLoss = "train_loss"
    case trainAccuracy = "train_accuracy"
    case devLoss = "dev_loss"
    case devAccuracy = "dev_accuracy"
    /// Once, at the end, with the weights of the best epoch.
    case testLoss = "test_loss"
    case testAccuracy = "test_accuracy"
    /// The learning rate that parameters had: of each step where it changes within epochs, else of each epoch. That of
    /// a group has the group's pattern behind its name; where no parameter is outside of all groups, there is no other.
    case learningRate = "lr"
    /// The L2 norm of the whole gradient in the epoch's last step, before clipping.
    case gradientNorm = "grad_norm"
    /// With float16: the factor on the loss in the epoch's last step.
    case lossScale = "loss_scale"
    /// With float16: the epoch's steps that were left out since a gradient had overflowed.
    case skippedSteps = "skipped_steps"
    /// What the epoch's training pass took, in seconds.
    case epochSeconds = "epoch_seconds"

    /// Whether each evaluation measures it, so that epochs can be compared by it.
    public var isOfEvaluation: Bool { [.trainLoss, .trainAccuracy, .devLoss, .devAccuracy].contains(self) }

    /// Which way is better, for metrics of evaluations.
    public var naturalGoal: TrainingObjective.Goal {
        [.trainAccuracy, .devAccuracy, .testAccuracy].contains(self) ? .maximize : .minimize
    }
}

/// A metric and which way of it is better.
public struct TrainingObjective: Hashable, Sendable {
    public enum Goal: String, CaseIterable, Sendable {
        case maximize, minimize
    }

    public var metric: Metric
    public var goal: Goal

    /// - Parameter goal: what is natural for the metric, unless said otherwise.
    public init(metric: Metric, goal: Goal? = nil) {
        self.metric = metric
        self.goal = goal ?? metric.naturalGoal
    }

    /// Whether `value` is better than `other` by more than `margin`; not-a-number is never better.
    public func prefers(_ value: Double, to other: Double, margin: Double = 0) -> Bool {
        if value.isNaN { return false }
        if other.isNaN { return true }
        return goal == .maximize ? value > other + margin : value < other - margin
    }
}
