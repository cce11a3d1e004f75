public import Sweeps

/// Why there is no view of some sweeps.
public enum SweepViewError: Error, Hashable, Sendable {
    /// No trial of a sweep has measured it.
    case unknownMetric(String, known: Set<String>)
    /// No configuration has it.
    case unknownParameter(String, known: Set<String>)
    /// Nothing can be grouped by a hyperparameter with one value.
    case sameInAll(String, varying: [String])
    /// Nobody knows which way is better.
    case unknownGoal(metric: String)
    /// Two sweeps that are judged by different objectives cannot be ranked together.
    case judgedDifferently(first: String, Objective, second: String, Objective)
}
