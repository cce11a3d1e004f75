public import Settings
public import Sweeps

/// What one trial has come to, as analyses need it.
public struct TrialOutcome: Hashable, Sendable {
    public let trial: Trial
    /// Trials that differ by seed only share it.
    public let configurationNumber: Int
    public let state: TrialState
    /// Of its metrics, by name.
    public let summaries: [String: MetricSummary]
    /// How long its attempts took together, in seconds; nil before the first has ended.
    public let seconds: Double?
    /// What tells it from others that it is shown with, beside its hyperparameters: which sweep it is of.
    public let labels: [String: SettingValue]

    public init(
        trial: Trial, configurationNumber: Int, state: TrialState, summaries: [String: MetricSummary],
        seconds: Double?, labels: [String: SettingValue] = [:]
    ) {
        self.trial = trial
        self.configurationNumber = configurationNumber
        self.state = state
        self.summaries = summaries
        self.seconds = seconds
        self.labels = labels
    }

    /// Its hyperparameters with the labels beside them, which come first where both have a name.
    public var described: Configuration { trial.configuration.labelled(labels) }

    /// What the objective reads of this trial; nil where it measured no such value.
    public func value(_ objective: Objective) -> MetricPoint? {
        summaries.value(of: objective.metric, objective.selection, objective.goal)
    }

    /// What the weights that the objective judges come to by a metric of the test set; nil where it was not measured, or
    /// with weights of another moment.
    public func test(_ metric: String, with objective: Objective) -> Double? {
        guard let point = summaries[metric]?.value(.last, objective.goal), point.step == value(objective)?.step else {
            return nil
        }
        return point.value
    }
}

extension Configuration {
    func labelled(_ labels: [String: SettingValue]) -> Configuration {
        if labels.isEmpty { return self }
        return Configuration(settings.merging(labels) { _, label in label }).with(defaults: defaults)
    }
}
