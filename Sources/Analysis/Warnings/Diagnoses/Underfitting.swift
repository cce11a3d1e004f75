import Sweeps

/// A configuration does not even learn its training set, which another one of the sweep does, to better results on the
/// dev set.
///
/// In nearly all of its trials the lowest training loss is at least twice that of the other configuration (the median),
/// and the dev loss at least a quarter above the other's; and the dev loss is at most a quarter above the training loss,
/// so that it is no matter of generalization. What nobody has shown to be learnable is no underfitting: labels may be
/// noise.
public struct Underfitting: Hashable, Sendable {
    public let label: String
    public let other: String
    /// Medians of the lowest training losses.
    public let loss: Double
    public let otherLoss: Double

    /// Both must be judged by the same loss.
    public init?(label: String, outcomes: [TrialOutcome], other: String, otherOutcomes: [TrialOutcome]) {
        let (own, reference) = (TrainingCourse(outcomes), TrainingCourse(otherOutcomes))
        let lowest = { (metric: String) in { (outcome: TrialOutcome) in outcome.summaries[metric]?.smallest?.value } }
        guard let otherTraining = reference.median(lowest("train_loss")),
            let otherDev = reference.median(lowest("dev_loss")), let training = own.median(lowest("train_loss"))
        else { return nil }
        let holds = own.mostly { outcome in
            guard let training = lowest("train_loss")(outcome), let dev = lowest("dev_loss")(outcome), training > 0
            else { return false }
            return training >= 2 * otherTraining && dev >= 1.25 * otherDev && dev <= 1.25 * training
        }
        guard holds else { return nil }
        self.label = label
        self.other = other
        loss = training
        otherLoss = otherTraining
    }

    public var sentence: String {
        "\(label) underfits: even its train_loss comes no lower than \(loss.inDiagnosis), where that of \(other) falls to "
            + "\(otherLoss.inDiagnosis); train it longer, or with another learning rate or a larger network."
    }
}
