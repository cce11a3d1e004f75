public import Sweeps

/// The best value was picked from many that differ by chance, and so promises too much.
public struct OptimisticChoice: Hashable, Sendable {
    public let objective: Objective
    public let value: Double
    /// From how many that cannot be told apart it was picked.
    public let count: Int
    /// By how much it is better than it would be with new seeds, by this choice alone; positive, nil with one seed
    /// each, which do not tell.
    public let optimism: Double?
    /// The test set's value of the same configuration.
    public let test: Double?
    public let unit: ObjectiveUnit
    /// What those have in common from which it was picked, `data moons`; nil where all can be compared.
    public let part: String?

    /// Nil where it was not picked from several, or nothing varies.
    ///
    /// `count` is the size of the tied group, the best included, since only these could have been best by chance;
    /// `standardError` that of one configuration's mean, for `BestComparisons` √(typical variance / 2n), nil with one
    /// seed each. The optimism is the standard error times the expected largest of so many normal draws. What the
    /// choice of each trial's best epoch adds is not in it.
    public init?(
        _ objective: Objective, value: Double, count: Int, standardError: Double?, test: Double?, unit: ObjectiveUnit,
        part: String? = nil
    ) {
        guard count > 1 else { return nil }
        if let standardError, !(standardError > 0 && standardError.isFinite) { return nil }
        self.objective = objective
        self.value = value
        self.count = count
        optimism = standardError.map { $0 * NormalDistribution.expectedMaximum(of: count) }
        self.test = test
        self.unit = unit
        self.part = part
    }

    public var sentence: String {
        let margin = optimism ?? 0
        return (part.map { "Of \($0): " } ?? "")
            + "\(objective.metric) \(unit.words(value: value, margin: margin)) is the best of \(count) \(promise)"
            + "; \(lastWord(margin))."
    }

    private var promise: String {
        let direction = objective.goal == .maximize ? "high" : "low"
        guard let optimism else {
            return "with one seed each, and so too \(direction) by chance, by how much only more seeds tell"
        }
        let words =
            "that cannot be told apart, and so about \(unit.words(difference: optimism, margin: optimism)) too "
            + "\(direction) by chance"
        // What is measured of the test set is measured once, and so has no best epoch.
        let hasEpochs = objective.selection == .best && MetricDefinition(named: objective.metric).set != .test
        return hasEpochs ? words + ", besides what picking each trial's best epoch adds" : words
    }

    private func lastWord(_ margin: Double) -> String {
        if let test { return "on the test set it is \(unit.words(value: test, margin: margin))" }
        return MetricDefinition(named: objective.metric).testName == nil
            ? "new seeds would have the last word" : "a test set would have the last word"
    }
}
