public import Sweeps

/// The best configuration beside a guess that is the same for all examples: what does not beat that has learned nothing.
public struct ConstantGuess: Hashable, Sendable {
    public let metric: MetricDefinition
    /// What those have in common of which it is the best: `data moons`; nil where all can be compared.
    public let part: String?
    /// What the guess comes to: the mean over the seeds of the best configuration, since each has its own dev set.
    public let value: Double
    /// Whether the best configuration's mean is better.
    public let isBeaten: Bool
    public let unit: ObjectiveUnit

    /// Nil where a trial of the entry did not measure it.
    ///
    /// - Parameter best: the entry of the ranking.
    public init?(beside best: Int, in ranking: Ranking, part: String? = nil) {
        let result = ranking.entries[best].result
        guard let value = result.constantGuess, let mean = result.mean else { return nil }
        metric = ranking.metric
        self.part = part
        self.value = value
        // Equal but for what rounding does to sums is no better.
        isBeaten =
            ranking.objective.prefers(mean, to: value) && abs(mean - value) > 1e-9 * max(abs(mean), abs(value))
        unit = ranking.unit
    }

    fileprivate var amount: String { unit.words(value: value, margin: 0) }
    fileprivate var partAmount: String { amount + (part.map { " for \($0)" } ?? "") }
}

/// Beside the best of all, or beside the best of each part where not all can be compared.
extension [ConstantGuess] {
    /// Of more parts than that only the outermost are named.
    private static var mostParts: Int { 8 }

    /// What the guesses that are beaten come to; nil where none is.
    public var beatenSentence: String? {
        let beaten = filter(\.isBeaten)
        guard let metric = beaten.first?.metric else { return nil }
        let words = "Always guessing \(metric.constantGuess) comes to a \(metric.name) of "
        guard beaten.count > Self.mostParts, let least = beaten.min(by: { $0.value < $1.value }),
            let most = beaten.max(by: { $0.value < $1.value })
        else { return words + Phrases.list(beaten.map(\.partAmount)) + "." }
        return least.amount == most.amount
            ? words + least.amount + "." : words + "\(least.partAmount) up to \(most.partAmount)."
    }

    /// Where the best is no better than the guess; nil where it always is.
    public var unbeatenSentence: String? {
        let unbeaten = filter { !$0.isBeaten }
        guard let first = unbeaten.first else { return nil }
        let guess = "is no better than always guessing \(first.metric.constantGuess)"
        if unbeaten.count > Self.mostParts {
            return "The best of \(first.part ?? "each") and of \(unbeaten.count - 1) others \(guess)."
        }
        return unbeaten.map { one in
            let best = one.part.map { "The best of \($0)" } ?? "The best"
            return "\(best) \(guess), which comes to a \(one.metric.name) of \(one.amount)."
        }.joined(separator: " ")
    }
}
