/// What a view holds of a sweep's measurements besides the summaries of its trials.
public struct MeasurementSelection: Hashable, Sendable {
    /// The metrics whose courses are read for every trial.
    public var metrics: Set<String> = []
    /// What the names of further such metrics begin with: `lr.`.
    public var prefixes: Set<String> = []
    /// The metrics whose courses, with a value for every step, are read for the best configurations only.
    public var metricsOfBest: Set<String> = []
    /// How many configurations count as the best.
    public var best = 0
    /// The hyperparameter for each of whose values there are so many best; nil: among all.
    public var facet: String?
    /// Whether it is read when each attempt began and ended.
    public var hasAttempts = false

    public init() {}
}
