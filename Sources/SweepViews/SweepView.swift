public import Analysis
public import Sweeps

/// What is known of a sweep; texts, tables and charts show it.
public struct SweepView: Sendable {
    /// All values of one metric of one trial, in the order of steps; the arrays have one length.
    public struct Series: Hashable, Sendable {
        public let epochs: [Int]
        public let steps: [Int]
        public let values: [Double]

        public init(epochs: [Int], steps: [Int], values: [Double]) {
            precondition(
                epochs.count == values.count && steps.count == values.count,
                "\(epochs.count) epochs, \(steps.count) steps and \(values.count) values")
            self.epochs = epochs
            self.steps = steps
            self.values = values
        }
    }

    /// One attempt at a trial; times are in seconds since 1970.
    public struct Attempt: Hashable, Sendable {
        public let worker: String
        public let start: Double
        /// nil while it runs.
        public let end: Double?

        public init(worker: String, start: Double, end: Double?) {
            self.worker = worker
            self.start = start
            self.end = end
        }
    }

    public struct TrialResult: Sendable {
        public let outcome: TrialOutcome
        /// By metric; those that were read.
        public let series: [String: Series]
        /// In their order; none where they were not read.
        public let attempts: [Attempt]

        public init(outcome: TrialOutcome, series: [String: Series], attempts: [Attempt] = []) {
            self.outcome = outcome
            self.series = series
            self.attempts = attempts
        }
    }

    /// The sweep's name.
    public let sweep: String
    public let objective: Objective
    /// The names of what the sweep's file varies, in its order.
    public let parameterNames: [String]
    /// What was asked of the trials, as it was written; nil where all are there.
    public let condition: String?
    public let trials: [TrialResult]
    public let ranking: Ranking
    /// What this is a part of, as what one panel shows; itself where it is no part.
    public var whole: SweepView { wholes.first ?? self }
    /// At most one; an array, since a value cannot hold another of its type.
    var wholes: [SweepView] = []
    /// The configurations with their trials, the best first; those without a value of the objective last.
    public let configurations: [ConfigurationTrials]

    public init(
        sweep: String, objective: Objective, parameterNames: [String] = [], condition: String? = nil,
        trials: [TrialResult]
    ) {
        self.sweep = sweep
        self.parameterNames = parameterNames
        self.condition = condition
        self.objective = objective
        self.trials = trials
        let byConfiguration = Dictionary(grouping: trials, by: \.outcome.configurationNumber)
        ranking = Ranking(of: trials.map(\.outcome), by: objective)
        configurations = ranking.entries.map { entry in
            ConfigurationTrials(
                configuration: entry.result.configuration, trials: byConfiguration[entry.result.number] ?? [])
        }
    }
}
