public import Settings

/// The learning-rate schedules there are; the raw values are their names in sweep files.
public enum ScheduleKind: String, CaseIterable, Sendable {
    case constant, hyperbola, exponential
    case inverseSquareRoot = "inverse_sqrt"
    case step, cosine

    /// Reads the kind's options, among them `per`, and nothing else: an entry that it does not know is refused by name.
    public func makeSchedule(_ reader: inout SettingReader) throws(SettingError) -> LearningRateDecay {
        let unit = try reader.choice("per", default: ScheduleUnit.epoch)
        let schedule: any LearningRateSchedule =
            switch self {
            case .constant: ConstantSchedule()
            case .hyperbola: try HyperbolaSchedule(&reader)
            case .exponential: try ExponentialSchedule(&reader)
            case .inverseSquareRoot: try InverseSquareRootSchedule(&reader)
            case .step: try StepSchedule(&reader)
            case .cosine: try CosineSchedule(&reader)
            }
        try reader.finish()
        return .timed(unit == .step ? PerStep(base: schedule) : schedule)
    }
}
