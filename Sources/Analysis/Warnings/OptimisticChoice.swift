public import Sweeps

/// The best value was picked from many that differ by chance, and so promises too much.
public struct OptimisticChoice: Hashable, Sendable {
    public let metric: String
    public let value: Double
    /// From how many that cannot be told apart it was picked.
    public let count: Int
    /// By how much it is better than it would be with new seeds, by chance alone; positive.
    public let optimism: Double
    /// The test set's value of the same configuration.
    public let test: Double?
    public let goal: Objective.Goal
    public let unit: ObjectiveUnit

    /// Nil where it was not picked from several, or nothing varies.
    ///
    /// `count` is the size of the tied group, the best included, since only these could have been best by chance;
    /// `standardError` that of one configuration's mean, for `BestComparisons` √(typical variance / 2n). The optimism is
    /// the standard error times the expected largest of so many normal draws.
    public init?(
        metric: String, value: Double, count: Int, standardError: Double, test: Double?, goal: Objective.Goal,
        unit: ObjectiveUnit
    ) {
        guard count > 1, standardError > 0, standardError.isFinite else { return nil }
        self.metric = metric
        self.value = value
        self.count = count
        optimism = standardError * NormalDistribution.expectedMaximum(of: count)
        self.test = test
        self.goal = goal
        self.unit = unit
    }

    public var sentence: String {
        let direction = goal == .maximize ? "high" : "low"
        let margin = optimism
        let promise =
            "\(metric) \(unit.words(value: value, margin: margin)) is the best of \(count) that cannot be told apart, "
            + "and so about \(unit.words(difference: optimism, margin: margin)) too \(direction) by chance"
        guard let test else { return promise + "; a test set would have the last word." }
        return promise + "; on the test set it is \(unit.words(value: test, margin: margin))."
    }
}
