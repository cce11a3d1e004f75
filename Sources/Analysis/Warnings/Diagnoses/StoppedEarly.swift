import Settings
import Sweeps

/// A trial was ended by early stopping before its last epoch.
public struct StoppedEarly: Hashable, Sendable {
    /// The last epoch that it trained.
    public let epoch: Int
    /// How many it was to train.
    public let epochs: Int

    /// Nil for trials that did not finish, or trained to the end.
    public init?(_ outcome: TrialOutcome) {
        let settings = outcome.trial.configuration
        guard outcome.state == .finished, case .mapping? = settings["early_stopping"],
            let epochs = settings["epochs"]?.number.flatMap(Int.init(exactly:)), !outcome.summaries.isEmpty
        else { return nil }
        let last = TrainingCourse.lastEpoch(of: outcome)
        guard last < epochs else { return nil }
        epoch = last
        self.epochs = epochs
    }

    /// `stopped early at epoch 13 of 60`
    public var words: String { "stopped early at epoch \(epoch) of \(epochs)" }

    /// Of a configuration's trials, in a sentence; nil where none was.
    public static func sentence(label: String, outcomes: [TrialOutcome]) -> String? {
        let stopped = outcomes.compactMap(StoppedEarly.init)
        guard let first = stopped.map(\.epoch).min(), let last = stopped.map(\.epoch).max() else { return nil }
        let finished = outcomes.count { $0.state == .finished }
        let when = first == last ? "at epoch \(first)" : "at epochs \(first) to \(last)"
        let whose =
            finished == 1 ? "The trial of \(label) was" : "\(stopped.count) of \(finished) trials of \(label) were"
        return "\(whose) stopped early, \(when) of \(stopped[0].epochs)."
    }
}
