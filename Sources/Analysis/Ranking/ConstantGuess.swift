public import Sweeps

/// The best configuration beside a guess that is the same for all examples: what does not beat that has learned nothing.
public struct ConstantGuess: Hashable, Sendable {
    public let metric: MetricDefinition
    /// What the guess comes to: the mean over the seeds of the best configuration, since each has its own dev set.
    public let value: Double
    /// Whether the best configuration's mean is better.
    public let isBeaten: Bool
    public let unit: ObjectiveUnit

    /// Nil where a trial of the entry did not measure it.
    ///
    /// - Parameter best: the entry of the ranking.
    public init?(beside best: Int, in ranking: Ranking) {
        let result = ranking.entries[best].result
        guard let value = result.constantGuess, let mean = result.mean else { return nil }
        metric = ranking.metric
        self.value = value
        // Equal but for what rounding does to sums is no better.
        isBeaten =
            ranking.objective.prefers(mean, to: value) && abs(mean - value) > 1e-9 * max(abs(mean), abs(value))
        unit = ranking.unit
    }

    public var sentence: String {
        let words = "always guessing \(metric.constantGuess)"
        let amount = "a \(metric.name) of \(unit.words(value: value, margin: 0))"
        return isBeaten
            ? "\(words.prefix(1).uppercased())\(words.dropFirst()) comes to \(amount)."
            : "The best is no better than \(words), which comes to \(amount)."
    }
}
