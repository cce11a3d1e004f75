public import Sweeps

/// Why there is no view of some sweeps.
public enum SweepViewError: Error, Hashable, Sendable {
    /// No trial of a sweep has measured it.
    case unknownMetric(String, known: Set<String>)
    /// Nobody knows which way is better.
    case unknownGoal(metric: String)
    /// Two sweeps that are judged by different objectives cannot be ranked together.
    case judgedDifferently(first: String, Objective, second: String, Objective)
}
