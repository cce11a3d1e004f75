/// What a training measures; the raw values are the names in journals and sweep files.
public enum Metric: Hashable, Sendable {
    /// Of each step, before its update and without penalties.
    case batchLoss
    /// Over a whole set, in evaluation mode: of the training and the dev set at each evaluation, of the test set once,
    /// at the end, with the weights that the objective judges.
    case score(Score, of: DataPart)
    /// Once, at the end, with the weights that early stopping has restored.
    case restored(Score, of: DataPart)
    /// Once, at the first evaluation: what a guess that is the same for all examples comes to.
    case constantGuess(Score, of: DataPart)
    /// The learning rate that parameters had: of each step where it changes within epochs, else of each epoch. That of
    /// a group has the group's pattern behind its name; where no parameter is outside of all groups, there is no other.
    case learningRate
    /// The L2 norm of the whole gradient in the epoch's last step, before clipping.
    case gradientNorm
    /// With float16: the factor on the loss in the epoch's last step.
    case lossScale
    /// With float16: the epoch's steps that were left out since a gradient had overflowed.
    case skippedSteps
    /// What the epoch's training pass took, in seconds.
    case epochSeconds

    public static let trainLoss = score(.loss, of: .train)
    public static let trainAccuracy = score(.accuracy, of: .train)
    public static let devLoss = score(.loss, of: .dev)
    public static let devAccuracy = score(.accuracy, of: .dev)
    public static let testLoss = score(.loss, of: .test)
    public static let testAccuracy = score(.accuracy, of: .test)

    /// Whether each evaluation measures it, so that epochs can be compared by it.
    public var isOfEvaluation: Bool {
        if case .score(_, let part) = self { part != .test } else { false }
    }

    /// Which way is better; to minimize what is not to be judged by.
    public var naturalGoal: TrainingObjective.Goal {
        switch self {
        case .score(let score, _), .restored(let score, _), .constantGuess(let score, _):
            score.isMaximized ? .maximize : .minimize
        default: .minimize
        }
    }
}

extension Metric: CaseIterable {
    public static let allCases: [Metric] =
        [.batchLoss] + DataPart.allCases.flatMap { part in Score.allCases.map { .score($0, of: part) } }
        + [DataPart.train, .dev].flatMap { part in
            Score.allCases.flatMap { [.restored($0, of: part), .constantGuess($0, of: part)] }
        } + [.learningRate, .gradientNorm, .lossScale, .skippedSteps, .epochSeconds]
}

extension Metric: RawRepresentable {
    public init?(rawValue: String) {
        guard let metric = Self.byName[rawValue] else { return nil }
        self = metric
    }

    public var rawValue: String {
        switch self {
        case .batchLoss: "batch_loss"
        case .score(let score, let part): "\(part.rawValue)_\(score.rawValue)"
        case .restored(let score, let part): "restored_\(part.rawValue)_\(score.rawValue)"
        case .constantGuess(let score, let part): "constant_\(part.rawValue)_\(score.rawValue)"
        case .learningRate: "lr"
        case .gradientNorm: "grad_norm"
        case .lossScale: "loss_scale"
        case .skippedSteps: "skipped_steps"
        case .epochSeconds: "epoch_seconds"
        }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// A metric, which way of it is better, and which weights it judges.
public struct TrainingObjective: Hashable, Sendable {
    public enum Goal: String, CaseIterable, Sendable {
        case maximize, minimize
    }

    /// `best`: those of the best evaluation; `last`: those that the training ends with.
    public enum Selection: String, CaseIterable, Sendable {
        case best, last
    }

    public var metric: Metric
    public var goal: Goal
    public var selection: Selection

    /// - Parameter goal: what is natural for the metric, unless said otherwise.
    public init(metric: Metric, goal: Goal? = nil, selection: Selection = .best) {
        self.metric = metric
        self.goal = goal ?? metric.naturalGoal
        self.selection = selection
    }

    /// Whether `value` is better than `other` by more than `margin`; not-a-number is never better.
    public func prefers(_ value: Double, to other: Double, margin: Double = 0) -> Bool {
        if value.isNaN { return false }
        if other.isNaN { return true }
        return goal == .maximize ? value > other + margin : value < other - margin
    }
}
