/// What is known of a metric apart from its values: the one place that says which way is better, how values are
/// written, and whether trials can be compared by it.
public struct MetricDefinition: Hashable, Sendable {
    /// What kind of number the values are.
    public enum Unit: String, CaseIterable, Sendable, Codable {
        /// A share in 0...1, such as an accuracy, whose differences are spoken of in percentage points.
        case share
        /// Never below 0 by its nature, such as a squared error or a time.
        case magnitude
        case number
    }

    /// The part of the data that it is of.
    public enum DataSet: String, CaseIterable, Sendable, Codable {
        case train, dev, test
    }

    /// How often a trial measures it.
    public enum Frequency: String, CaseIterable, Sendable, Codable {
        case step, epoch, once
    }

    public let name: String
    /// Nil where neither way is better, or nobody says which.
    public let goal: Objective.Goal?
    public let unit: Unit
    /// Nil where it is of none, or nobody says of which.
    public let set: DataSet?
    /// Nil where nobody says.
    public let frequency: Frequency?
    /// The settings that say what is measured, each for all below it: trials that differ in one of them cannot be
    /// compared by this metric, since its values then mean different things.
    public let dependencies: [String]
    /// Settings below one of `dependencies` that change nothing about what is measured.
    public let exceptions: [String]

    public init(
        name: String, goal: Objective.Goal?, unit: Unit, set: DataSet? = nil, frequency: Frequency? = nil,
        dependencies: [String] = [], exceptions: [String] = []
    ) {
        self.name = name
        self.goal = goal
        self.unit = unit
        self.set = set
        self.frequency = frequency
        self.dependencies = dependencies
        self.exceptions = exceptions
    }

    /// Of those settings, by dotted name, on which the trials differ: which ones forbid to compare them by this metric.
    public func obstacles(among varying: [String]) -> [String] {
        varying.filter { name in
            !exceptions.contains { name.isSetting(within: $0) }
                && dependencies.contains { name.isSetting(within: $0) || $0.isSetting(within: name) }
        }
    }

    /// Whether trials are judged by it with good reason: it is of data that training has not seen.
    public var isOfUnseenData: Bool { self.set == .dev || self.set == .test }
}

extension String {
    /// Whether a dotted name is `other` or lies below it.
    fileprivate func isSetting(within other: String) -> Bool { self == other || hasPrefix(other + ".") }
}

extension MetricDefinition: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, goal, unit, set, frequency, dependencies, exceptions
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try values.decode(String.self, forKey: .name),
            goal: try values.decodeIfPresent(Objective.Goal.self, forKey: .goal),
            unit: try values.decode(Unit.self, forKey: .unit),
            set: try values.decodeIfPresent(DataSet.self, forKey: .set),
            frequency: try values.decodeIfPresent(Frequency.self, forKey: .frequency),
            dependencies: try values.decodeIfPresent([String].self, forKey: .dependencies) ?? [],
            exceptions: try values.decodeIfPresent([String].self, forKey: .exceptions) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(name, forKey: .name)
        try values.encodeIfPresent(goal, forKey: .goal)
        try values.encode(unit, forKey: .unit)
        try values.encodeIfPresent(set, forKey: .set)
        try values.encodeIfPresent(frequency, forKey: .frequency)
        if !dependencies.isEmpty { try values.encode(dependencies, forKey: .dependencies) }
        if !exceptions.isEmpty { try values.encode(exceptions, forKey: .exceptions) }
    }
}
