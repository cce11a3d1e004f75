public import Settings

/// What a training follows for its learning rate.
public enum LearningRateDecay: Sendable {
    /// A function of the epoch or the step.
    case timed(any LearningRateSchedule)
    /// A reaction to a metric.
    case plateau(Plateau)

    /// Reads `name` and the options of that kind: `decay: cosine` or `decay: {name: cosine, t_max: 30}`.
    public init(_ reader: inout SettingReader) throws(SettingError) {
        self = try ScheduleKind(&reader).makeDecay(&reader)
    }

    /// What is followed where nobody says otherwise.
    public static let standard = ScheduleKind.constant

    /// A rate that never changes.
    public static var constant: LearningRateDecay { .timed(ConstantSchedule()) }
}
