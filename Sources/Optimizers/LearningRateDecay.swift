public import Settings

/// What a training follows for its learning rate.
public enum LearningRateDecay: Sendable {
    /// A function of the epoch or the step.
    case timed(any LearningRateSchedule)

    /// Reads `name` and the options of that kind: `decay: cosine` or `decay: {name: cosine, t_max: 30}`.
    public init(_ reader: inout SettingReader) throws(SettingError) {
        self = try ScheduleKind(&reader).makeSchedule(&reader)
    }

    /// A rate that never changes.
    public static var constant: LearningRateDecay { .timed(ConstantSchedule()) }
}

extension ScheduleKind {
    /// Reads the entry `name`.
    init(_ reader: inout SettingReader) throws(SettingError) {
        guard let value = reader.value("name") else {
            throw reader.error("name", nil, "it is missing; there are: \(Self.names.joined(separator: ", "))")
        }
        guard let kind = value.text.flatMap(Self.init(rawValue:)) else {
            throw reader.error("name", value, SettingError.unknown("schedule", value.description, among: Self.names))
        }
        self = kind
    }
}
