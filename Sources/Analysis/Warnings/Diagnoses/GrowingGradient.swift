import Sweeps

/// A configuration's gradients grow while it trains.
///
/// In nearly all of its trials the norm was largest in the last quarter of the training, at least ten times its smallest,
/// which was in the first half.
public struct GrowingGradient: Hashable, Sendable {
    public let label: String
    /// Medians over trials.
    public let smallest: Double
    public let smallestEpoch: Double
    public let largest: Double
    public let largestEpoch: Double

    public init?(label: String, outcomes: [TrialOutcome]) {
        let course = TrainingCourse(outcomes)
        let norm = { (outcome: TrialOutcome) in outcome.summaries["grad_norm"] }
        let holds = course.mostly { outcome in
            guard let norm = norm(outcome), let smallest = norm.smallest, let largest = norm.largest, norm.count >= 4
            else { return false }
            return largest.value >= 10 * smallest.value && 4 * largest.step > 3 * norm.last.step
                && 2 * smallest.step <= norm.last.step
        }
        guard holds, let smallest = course.median({ norm($0)?.smallest?.value }),
            let largest = course.median({ norm($0)?.largest?.value }),
            let smallestEpoch = course.median({ norm($0)?.smallest?.epoch.map(Double.init) }),
            let largestEpoch = course.median({ norm($0)?.largest?.epoch.map(Double.init) })
        else { return nil }
        self.label = label
        self.smallest = smallest
        self.largest = largest
        self.smallestEpoch = smallestEpoch
        self.largestEpoch = largestEpoch
    }

    public var sentence: String {
        "The gradients of \(label) grow: grad_norm is \(smallest.inDiagnosis) at epoch \(Phrases.epoch(smallestEpoch)) and "
            + "\(largest.inDiagnosis) at epoch \(Phrases.epoch(largestEpoch)); a smaller learning rate or 'clip_norm' keeps "
            + "steps small."
    }
}
