import Analysis
public import Sweeps

/// The trials that differ by seed only.
public struct ConfigurationTrials: Sendable {
    /// Its hyperparameters, and the labels beside them.
    public let configuration: Configuration
    public let trials: [SweepView.TrialResult]

    /// Those to average: a diverged trial's course says nothing about the others', unless all diverged.
    public var comparable: [SweepView.TrialResult] {
        let others = trials.filter { $0.outcome.state != .diverged }
        return others.isEmpty ? trials : others
    }

    public var isDiverged: Bool { trials.allSatisfy { $0.outcome.state == .diverged } }
}
