import Analysis
import SweepViews
public import Sweeps

/// How much was trained.
public struct SweepExtent: Hashable, Sendable {
    public let configurations: Int
    /// How many trials are in each state; states without any are left out.
    public let trials: [TrialState: Int]
    /// The seeds that occur, ascending.
    public let seeds: [Int]
    /// What all trials took together; nil before the first has ended.
    public let seconds: Double?

    init(_ results: SweepView) {
        let outcomes = results.trials.map(\.outcome)
        configurations = Set(outcomes.map(\.configurationNumber)).count
        trials = Dictionary(outcomes.map { ($0.state, 1) }, uniquingKeysWith: +)
        seeds = Set(outcomes.map(\.trial.seed)).sorted()
        let times = outcomes.compactMap(\.seconds)
        seconds = times.isEmpty ? nil : times.reduce(0, +)
    }

    public var trialCount: Int { trials.values.reduce(0, +) }

    /// `3 running, 1 diverged`.
    var states: String { Phrases.states(trials) }
}
