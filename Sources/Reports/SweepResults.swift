public import Analysis
public import Sweeps

/// What a sweep has come to, as its charts need it.
public struct SweepResults: Sendable {
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

    public struct TrialResult: Sendable {
        public let outcome: TrialOutcome
        /// By metric.
        public let series: [String: Series]

        public init(outcome: TrialOutcome, series: [String: Series]) {
            self.outcome = outcome
            self.series = series
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

    public init(
        sweep: String, objective: Objective, parameterNames: [String] = [], condition: String? = nil,
        trials: [TrialResult]
    ) {
        self.sweep = sweep
        self.parameterNames = parameterNames
        self.condition = condition
        self.objective = objective
        self.trials = trials
    }

    /// The configurations with their trials, the best first; those without a value of the objective last.
    var configurations: [ConfigurationTrials] {
        let trials = Dictionary(grouping: trials, by: \.outcome.configurationNumber)
        return Ranking(of: self.trials.map(\.outcome), by: objective).entries.map { entry in
            ConfigurationTrials(
                configuration: entry.result.configuration, trials: trials[entry.result.number] ?? [])
        }
    }
}

/// The trials that differ by seed only.
struct ConfigurationTrials: Sendable {
    let configuration: Configuration
    let trials: [SweepResults.TrialResult]

    /// Those to average: a diverged trial's course says nothing about the others', unless all diverged.
    var comparable: [SweepResults.TrialResult] {
        let others = trials.filter { $0.outcome.state != .diverged }
        return others.isEmpty ? trials : others
    }

    var isDiverged: Bool { trials.allSatisfy { $0.outcome.state == .diverged } }
}
