import Sweeps

/// A configuration learns its examples by heart: its training loss goes on falling while the dev loss rises.
///
/// In nearly all of its trials the dev loss was lowest in the first two thirds of the epochs, ends at least a tenth above
/// that and at least twice as high as the training loss, and the training loss ends at most half above its own lowest, so
/// that the training itself has not come apart. Trials that early stopping ended are none of these.
public struct Overfitting: Hashable, Sendable {
    public let label: String
    /// Medians over trials.
    public let lowestEpoch: Double
    public let epochs: Double
    public let lowestLoss: Double
    public let lastLoss: Double
    public let trainingLoss: Double
    /// Nil where none was measured.
    public let trainingAccuracy: Double?

    public init?(label: String, outcomes: [TrialOutcome]) {
        let course = TrainingCourse(outcomes)
        guard course.mostly(Self.holds) else { return nil }
        let dev = { (outcome: TrialOutcome) in outcome.summaries["dev_loss"] }
        guard let lowestEpoch = course.median({ dev($0)?.smallest?.epoch.map(Double.init) }),
            let epochs = course.median({ Double(TrainingCourse.lastEpoch(of: $0)) }),
            let lowestLoss = course.median({ dev($0)?.smallest?.value }),
            let lastLoss = course.median({ dev($0)?.last.value }),
            let trainingLoss = course.median({ $0.summaries["train_loss"]?.last.value })
        else { return nil }
        self.label = label
        self.lowestEpoch = lowestEpoch
        self.epochs = epochs
        self.lowestLoss = lowestLoss
        self.lastLoss = lastLoss
        self.trainingLoss = trainingLoss
        trainingAccuracy = course.median { $0.summaries["train_accuracy"]?.last.value }
    }

    private static func holds(_ outcome: TrialOutcome) -> Bool {
        guard let dev = outcome.summaries["dev_loss"], let train = outcome.summaries["train_loss"],
            let lowest = dev.smallest, let lowestTraining = train.smallest, dev.last.value.isFinite,
            let lowestEpoch = lowest.epoch, train.last.value.isFinite, lowest.value > 0, StoppedEarly(outcome) == nil
        else { return false }
        return 3 * lowestEpoch <= 2 * TrainingCourse.lastEpoch(of: outcome)
            && dev.last.value >= 1.1 * lowest.value && dev.last.value >= 2 * train.last.value
            && train.last.value <= max(1.5 * lowestTraining.value, 0.1 * lowest.value)
    }

    public var sentence: String {
        let knowledge =
            trainingAccuracy.flatMap { $0 >= 0.99 ? "it knows its training set (train_accuracy \(percent($0)))" : nil }
            ?? "its train_loss falls to \(trainingLoss.inDiagnosis)"
        return "\(label) overfits: \(knowledge), but its dev_loss is lowest at epoch \(Phrases.epoch(lowestEpoch)) of "
            + "\(Phrases.epoch(epochs)) (\(lowestLoss.inDiagnosis)) and \(lastLoss.inDiagnosis) at the end; stop early, "
            + "or try more data, augmentation or weight decay."
    }

    private func percent(_ share: Double) -> String { (100 * share).inDiagnosis + " %" }
}
