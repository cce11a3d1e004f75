import Sweeps

/// Configurations whose training loss rises from the first epoch on, which a learning rate does that is too large.
///
/// In nearly all of the finished trials the training loss was lowest when it was first measured, ends at least a tenth
/// above that, and was measured at least three times. A training loss rather than a dev loss: the latter rises by
/// overfitting, too.
public struct RisingLoss: Hashable, Sendable {
    /// What the configurations are called, the best first.
    public let labels: [String]

    /// Nil where there are none.
    public init?(labels: [String]) {
        guard !labels.isEmpty else { return nil }
        self.labels = labels
    }

    /// Whether it is so of the trials of one configuration.
    public static func holds(_ outcomes: [TrialOutcome]) -> Bool {
        TrainingCourse(outcomes).mostly { outcome in
            guard let loss = outcome.summaries["train_loss"], let lowest = loss.smallest, loss.count >= 3 else {
                return false
            }
            // Measured every n epochs, it is first measured at epoch n.
            guard let lowestEpoch = lowest.epoch, let lastEpoch = loss.last.epoch else { return false }
            let first = max(1, Int((Double(lastEpoch) / Double(loss.count)).rounded(.down)))
            return lowestEpoch <= first && loss.last.value.isFinite && loss.last.value >= 1.1 * lowest.value
        }
    }

    public var sentence: String {
        let whose =
            labels.count > 3
            ? "\(labels[0]) and \(labels.count - 1) other configurations" : Phrases.list(labels)
        return "The train_loss of \(whose) rises from the first epoch on: a learning rate that is too large."
    }
}
