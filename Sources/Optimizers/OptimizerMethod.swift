public import Settings

/// How parameters are moved, once its options are read.
public enum OptimizerMethod: Sendable {
    /// A gradient for each step: `Optimizer` takes the steps.
    case perStep(any OptimizerRule)
    /// Several losses and gradients of the full batch for each step: `LBFGSOptimizer` takes the steps.
    case fullBatch(LBFGS)
}

/// What each kind of optimizer says about itself, and how it reads its options.
public protocol OptimizerDefinition: Sendable {
    /// The learning rate where none is written: PyTorch's, or the source's where PyTorch has no such rule.
    static var defaultLearningRate: Double { get }

    /// The weight decay where none is written.
    static var defaultWeightDecay: Double { get }

    /// Whether a weight decay other than 0 means anything to this kind.
    static var hasWeightDecay: Bool { get }

    /// Reads the options; the learning rate and the weight decay are none: they are given to each step and each group.
    init(_ reader: inout SettingReader) throws(SettingError)

    var method: OptimizerMethod { get }
}

extension OptimizerDefinition {
    public static var defaultWeightDecay: Double { 0 }
    public static var hasWeightDecay: Bool { true }
}
