public import Settings

/// The learning-rate schedules there are; the raw values are their names in sweep files.
public enum ScheduleKind: String, CaseIterable, Sendable {
    case constant, hyperbola, exponential
    case inverseSquareRoot = "inverse_sqrt"
    case step, multistep, piecewise, cosine
    case cosineWarmRestarts = "cosine_warm_restarts"
    case linear, polynomial
    case oneCycle = "one_cycle"
    case plateau, formula, sequence

    /// Reads the entry `name`.
    public init(_ reader: inout SettingReader) throws(SettingError) {
        try self.init(&reader, offering: Self.allCases)
    }

    /// - Parameter offered: the kinds that make sense there, for messages.
    init(_ reader: inout SettingReader, offering offered: [ScheduleKind]) throws(SettingError) {
        let names = offered.map(\.rawValue)
        guard let value = reader.value("name") else {
            throw reader.error("name", nil, "it is missing; there are: \(names.joined(separator: ", "))")
        }
        guard let kind = value.text.flatMap(Self.init(rawValue:)) else {
            throw reader.error("name", value, SettingError.unknown("schedule", value.description, among: names))
        }
        self = kind
    }

    /// Reads the kind's options, among them `per` for functions of time, and nothing else: an entry that it does not know
    /// is refused by name.
    public func makeDecay(_ reader: inout SettingReader) throws(SettingError) -> LearningRateDecay {
        let decay = try read(&reader)
        if case .timed(let schedule) = decay {
            let unit = try reader.choice("per", default: ScheduleUnit.epoch)
            try reader.finish()
            return .timed(unit == .step && self != .constant ? PerStep(base: schedule) : schedule)
        }
        try reader.finish()
        return decay
    }

    private func read(_ reader: inout SettingReader) throws(SettingError) -> LearningRateDecay {
        switch self {
        case .constant: .timed(ConstantSchedule())
        case .hyperbola: .timed(try HyperbolaSchedule(&reader))
        case .exponential: .timed(try ExponentialSchedule(&reader))
        case .inverseSquareRoot: .timed(try InverseSquareRootSchedule(&reader))
        case .step: .timed(try StepSchedule(&reader))
        case .multistep: .timed(try MultistepSchedule(&reader))
        case .piecewise: .timed(try PiecewiseSchedule(&reader))
        case .cosine: .timed(try CosineSchedule(&reader))
        case .cosineWarmRestarts: .timed(try CosineWarmRestartsSchedule(&reader))
        case .linear: .timed(try LinearSchedule(&reader))
        case .polynomial: .timed(try PolynomialSchedule(&reader))
        case .oneCycle: .timed(try OneCycleSchedule(&reader))
        case .plateau: .plateau(try Plateau(&reader))
        case .formula: .timed(try FormulaSchedule(&reader))
        case .sequence: .timed(try SequenceSchedule(&reader))
        }
    }
}
