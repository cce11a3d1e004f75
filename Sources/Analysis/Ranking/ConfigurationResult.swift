public import Settings
public import Sweeps

/// What one configuration has come to over its seeds.
public struct ConfigurationResult: Hashable, Sendable {
    /// The objective's value of one finished trial.
    public struct SeedValue: Hashable, Sendable {
        public let seed: Int
        public let trial: TrialIdentity
        public let point: MetricPoint
    }

    public let number: Int
    public let configuration: Configuration
    /// What tells it from others that it is shown with, beside its hyperparameters.
    public let labels: [String: SettingValue]
    /// The fingerprint of the data that it was trained on.
    public let data: String
    /// Of the finished trials that have a value, by seed; of others the training was cut short.
    public let values: [SeedValue]
    /// How many trials are in each state; states without any are left out.
    public let trials: [TrialState: Int]
    /// The mean time of the finished trials, in seconds.
    public let seconds: Double?
    /// What a guess that is the same for all examples comes to by the objective's metric, the mean over the trials of
    /// `values`; nil where one of them did not measure it.
    public let constantGuess: Double?

    /// - Precondition: `outcomes` is not empty, and all are of one configuration.
    init(of outcomes: [TrialOutcome], by objective: Objective) {
        precondition(!outcomes.isEmpty, "a configuration without trials")
        number = outcomes[0].configurationNumber
        configuration = outcomes[0].trial.configuration
        labels = outcomes[0].labels
        data = outcomes[0].trial.data
        let finished = outcomes.filter { $0.state == .finished }
        values =
            finished
            .compactMap { outcome in
                outcome.value(objective).map {
                    SeedValue(seed: outcome.trial.seed, trial: outcome.trial.identity, point: $0)
                }
            }
            .sorted { ($0.seed, $0.trial.description) < ($1.seed, $1.trial.description) }
        trials = Dictionary(outcomes.map { ($0.state, 1) }, uniquingKeysWith: +)
        seconds = SampleStatistics.mean(of: finished.compactMap(\.seconds))
        let guess = MetricDefinition.constantGuessName(of: objective.metric)
        let guesses = finished.filter { $0.value(objective) != nil }.map { $0.summaries[guess]?.last.value ?? .nan }
        constantGuess = SampleStatistics.mean(of: guesses).flatMap { $0.isFinite ? $0 : nil }
    }

    /// Its hyperparameters with the labels beside them.
    public var described: Configuration { configuration.labelled(labels) }

    /// What the version of its data is called where there are several: by a label, or else by their fingerprint.
    public var dataVersion: String {
        labels[Comparability.dataLabel]?.text ?? "data version \(data.prefix(8))"
    }

    /// How many trials came to no value: they diverged, failed, ran out of time, or finished without one. Those that
    /// still run, or that a person or a pruner stopped, are not lost.
    public var lostCount: Int {
        let broken = [TrialState.diverged, .failed, .timedOut].reduce(0) { $0 + (trials[$1] ?? 0) }
        return broken + (trials[.finished] ?? 0) - values.count
    }

    /// Of the trials that came to an end of their own, how many were lost; in 0...1.
    public var lostShare: Double {
        let count = lostCount
        return count == 0 ? 0 : Double(count) / Double(count + values.count)
    }

    /// The mean of the objective over seeds; nil without any value.
    public var mean: Double? { SampleStatistics.mean(of: values.map(\.point.value)) }

    /// The standard deviation over seeds, with n − 1; nil of fewer than two.
    public var standardDeviation: Double? { SampleStatistics.standardDeviation(of: values.map(\.point.value)) }

    /// The median of the epochs at which the seeds' values were read, so that one slow seed does not move it; nil where
    /// epochs are not counted.
    public var epoch: Double? {
        let epochs = values.compactMap(\.point.epoch)
        return epochs.count == values.count ? SampleStatistics.median(of: epochs.map(Double.init)) : nil
    }
}
