public import Settings

/// The optimizers there are; the raw values are their names in sweep files.
public enum OptimizerKind: String, CaseIterable, Sendable {
    case sgd, momentum, rmsprop, adam, adamw

    /// Reads the kind's options and nothing else: an entry that it does not know is refused by name.
    ///
    /// The learning rate and the weight decay are not options: they are given to each step and to each group.
    public func makeRule(_ reader: inout SettingReader) throws(SettingError) -> any OptimizerRule {
        let rule: any OptimizerRule =
            switch self {
            case .sgd: try SGD(&reader)
            case .momentum: try Momentum(&reader)
            case .rmsprop: try RMSprop(&reader)
            case .adam: try Adam(&reader)
            case .adamw: try AdamW(&reader)
            }
        try reader.finish()
        return rule
    }

    /// The learning rate where none is written: PyTorch's, or the source's where PyTorch has no such rule.
    public var defaultLearningRate: Double {
        switch self {
        case .sgd: SGD.defaultLearningRate
        case .momentum: Momentum.defaultLearningRate
        case .rmsprop: RMSprop.defaultLearningRate
        case .adam: Adam.defaultLearningRate
        case .adamw: AdamW.defaultLearningRate
        }
    }

    /// The weight decay where none is written.
    public var defaultWeightDecay: Double {
        switch self {
        case .adamw: AdamW.defaultWeightDecay
        default: 0
        }
    }
}
