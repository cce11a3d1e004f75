import Sweeps

/// A configuration learns its examples by heart: its training loss goes on falling while the dev loss rises.
///
/// In nearly all of its trials the dev loss was lowest in the first two thirds of the epochs, ends at least a tenth above
/// that and at least twice as high as the training loss, and the training loss ends at most half above its own lowest, so
/// that the training itself has not come apart. Trials that early stopping ended are none of these.
public struct Overfitting: Hashable, Sendable {
    public let label: String
    /// Of how many trials it holds.
    public let count: Int
    /// How many trials there are.
    public let trials: Int
    /// From the smallest to the largest over the trials of which it holds: a mean of curves has its lowest point where no
    /// curve has.
    public let lowestEpoch: ClosedRange<Int>
    public let epochs: ClosedRange<Int>
    public let lowestLoss: ClosedRange<Double>
    public let lastLoss: ClosedRange<Double>
    public let trainingLoss: ClosedRange<Double>
    /// Nil where it was not measured of all.
    public let trainingAccuracy: ClosedRange<Double>?

    public init?(label: String, outcomes: [TrialOutcome]) {
        let course = TrainingCourse(outcomes)
        guard course.mostly(Self.holds) else { return nil }
        let overfit = course.outcomes.filter(Self.holds)
        func range<Value: Comparable>(_ value: (TrialOutcome) -> Value?) -> ClosedRange<Value>? {
            let values = overfit.compactMap(value)
            guard values.count == overfit.count, let least = values.min(), let most = values.max() else { return nil }
            return least...most
        }
        let dev = { (outcome: TrialOutcome) in outcome.summaries["dev_loss"] }
        guard let lowestEpoch = range({ dev($0)?.smallest?.epoch }),
            let epochs = range({ TrainingCourse.lastEpoch(of: $0) }),
            let lowestLoss = range({ dev($0)?.smallest?.value }), let lastLoss = range({ dev($0)?.last.value }),
            let trainingLoss = range({ $0.summaries["train_loss"]?.last.value })
        else { return nil }
        self.label = label
        count = overfit.count
        trials = course.outcomes.count
        self.lowestEpoch = lowestEpoch
        self.epochs = epochs
        self.lowestLoss = lowestLoss
        self.lastLoss = lastLoss
        self.trainingLoss = trainingLoss
        trainingAccuracy = range { $0.summaries["train_accuracy"]?.last.value }
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
        let accuracy = trainingAccuracy.flatMap { $0.lowerBound >= 0.99 ? $0 : nil }
        let knowledge =
            accuracy.map { "it knows its training set (train_accuracy \(Self.words($0, times: 100)) %)" }
            ?? "its train_loss falls to \(Self.words(trainingLoss))"
        let whose = count < trials ? " in \(count) of \(trials) trials" : ""
        let epoch = lowestEpoch.count == 1 ? "epoch \(lowestEpoch.lowerBound)" : "epochs \(Self.words(lowestEpoch))"
        return "\(label) overfits\(whose): \(knowledge), but its dev_loss is lowest at \(epoch) of "
            + "\(Self.words(epochs)) (\(Self.words(lowestLoss))) and \(Self.words(lastLoss)) at the end; stop early, "
            + "or try more data, augmentation or weight decay."
    }

    private static func words(_ range: ClosedRange<Double>, times factor: Double = 1) -> String {
        let (least, most) = ((factor * range.lowerBound).inDiagnosis, (factor * range.upperBound).inDiagnosis)
        return least == most ? least : "\(least) to \(most)"
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    }
}
