/// What a training's course is drawn over.
public enum TrainingProgress: String, CaseIterable, Sendable {
    case step
    case epoch
    /// How long the training passes have taken so far.
    case time

    /// The metrics that it needs beside those that are drawn.
    public var metrics: [String] { self == .time ? ["epoch_seconds"] : [] }

    /// As in a title: `loss per epoch`.
    public var words: String {
        switch self {
        case .step: "per step"
        case .epoch: "per epoch"
        case .time: "over time"
        }
    }
}
