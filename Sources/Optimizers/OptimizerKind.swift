public import Settings

/// The optimizers there are; the raw values are their names in sweep files.
public enum OptimizerKind: String, CaseIterable, Sendable {
    case sgd, momentum, adam, adamw, rmsprop, adagrad, adadelta, adamax, nadam, radam, asgd, rprop, lbfgs
    case sparseAdam = "sparse_adam"

    private var definition: any OptimizerDefinition.Type {
        switch self {
        case .sgd: SGD.self
        case .momentum: Momentum.self
        case .adam: Adam.self
        case .adamw: AdamW.self
        case .rmsprop: RMSprop.self
        case .adagrad: Adagrad.self
        case .adadelta: Adadelta.self
        case .adamax: Adamax.self
        case .nadam: NAdam.self
        case .radam: RAdam.self
        case .asgd: ASGD.self
        case .rprop: Rprop.self
        case .lbfgs: LBFGS.self
        case .sparseAdam: SparseAdam.self
        }
    }

    /// What trains where nobody says otherwise.
    public static let standard = OptimizerKind.adam

    /// Reads the entry `name`: `optimizer: adam` or `optimizer: {name: adam, betas: [0.8, 0.99]}`.
    public init(_ reader: inout SettingReader) throws(SettingError) {
        guard let value = reader.value("name") else {
            throw reader.error("name", nil, "it is missing; there are: \(Self.names.joined(separator: ", "))")
        }
        guard let kind = value.text.flatMap(Self.init(rawValue:)) else {
            throw reader.error("name", value, SettingError.unknown("optimizer", value.description, among: Self.names))
        }
        self = kind
    }

    /// Reads the kind's options and nothing else: an entry that it does not know is refused by name.
    public func makeMethod(_ reader: inout SettingReader) throws(SettingError) -> OptimizerMethod {
        let method = try definition.init(&reader).method
        try reader.finish()
        return method
    }

    /// Reads the entry `weight_decay`, of the training's settings or of a group of parameters.
    ///
    /// - Parameter fallback: where none is written; the kind's default if nil.
    public func weightDecay(
        _ reader: inout SettingReader, default fallback: Double? = nil
    ) throws(SettingError) -> Double {
        let value = try reader.number("weight_decay", default: fallback ?? defaultWeightDecay, .notNegative)
        guard value == 0 || definition.hasWeightDecay else {
            throw reader.error(
                "weight_decay", reader.value("weight_decay"), "'\(rawValue)' has no weight decay; it must be 0")
        }
        return value
    }

    /// The learning rate where none is written.
    public var defaultLearningRate: Double { definition.defaultLearningRate }

    /// The weight decay where none is written.
    public var defaultWeightDecay: Double { definition.defaultWeightDecay }
}
