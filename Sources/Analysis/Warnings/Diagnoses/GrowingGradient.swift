import Sweeps

/// A configuration's gradients grow while it trains.
///
/// In nearly all of its trials the norm was measured at least ten times, was largest in the last quarter of the training,
/// at least ten times its smallest, which was in the first half, and ends at no less than half of that: a single
/// outlier is no trend. A training loss that falls to a tenth meanwhile is no sign of trouble.
public struct GrowingGradient: Hashable, Sendable {
    public let label: String
    /// Of which trial the numbers are, where there are several: the one in the middle by how much the norm grows.
    public let seed: Int?
    public let smallest: Double
    public let smallestEpoch: Int
    public let largest: Double
    public let largestEpoch: Int

    public init?(label: String, outcomes: [TrialOutcome]) {
        let course = TrainingCourse(outcomes)
        guard course.mostly({ Self.growth(of: $0) != nil }) else { return nil }
        let grown = course.outcomes.compactMap { outcome in Self.growth(of: outcome).map { (outcome, $0) } }
            .sorted { ($0.1, $0.0.trial.seed) < ($1.1, $1.0.trial.seed) }
        guard !grown.isEmpty, let norm = grown[(grown.count - 1) / 2].0.summaries["grad_norm"],
            let smallest = norm.smallest, let largest = norm.largest, let smallestEpoch = smallest.epoch,
            let largestEpoch = largest.epoch
        else { return nil }
        self.label = label
        seed = course.outcomes.count > 1 ? grown[(grown.count - 1) / 2].0.trial.seed : nil
        self.smallest = smallest.value
        self.largest = largest.value
        self.smallestEpoch = smallestEpoch
        self.largestEpoch = largestEpoch
    }

    /// How many times its smallest the norm comes to; nil where it does not grow, or the training does well.
    private static func growth(of outcome: TrialOutcome) -> Double? {
        guard let norm = outcome.summaries["grad_norm"], let smallest = norm.smallest, let largest = norm.largest,
            norm.count >= 10, largest.value >= 10 * smallest.value, 4 * largest.step > 3 * norm.last.step,
            2 * smallest.step <= norm.last.step, 2 * norm.last.value >= largest.value
        else { return nil }
        if let loss = outcome.summaries["train_loss"], let most = loss.largest, loss.last.value <= most.value / 10 {
            return nil
        }
        return largest.value / smallest.value
    }

    public var sentence: String {
        "The gradients of \(label) grow: grad_norm is \(smallest.inDiagnosis) at epoch \(smallestEpoch) and "
            + "\(largest.inDiagnosis) at epoch \(largestEpoch)\(seed.map { " (seed \($0))" } ?? ""); a smaller learning "
            + "rate or 'clip_norm' keeps steps small."
    }
}
