import Charts

/// What a training's course is drawn over.
public enum Progress: String, CaseIterable, Sendable {
    case step
    case epoch
    /// How long the training passes have taken so far.
    case time

    /// The metrics that it needs beside those that are drawn.
    var metrics: [String] { self == .time ? ["epoch_seconds"] : [] }

    /// As in a title: `loss per epoch`.
    var words: String {
        switch self {
        case .step: "per step"
        case .epoch: "per epoch"
        case .time: "over time"
        }
    }

    /// The horizontal axis of curves with what their x are to be multiplied by.
    ///
    /// - Parameters:
    ///   - last: the greatest of them; times are in seconds.
    ///   - unit: of time; nil: one that suits the last.
    func axis(upTo last: Double, unit: TimeUnit? = nil, isWhole: Bool = true) -> (axis: Axis, factor: Double) {
        switch self {
        case .step: return (Axis("Step", isWhole: isWhole), 1)
        case .epoch: return (Axis("Epoch", isWhole: isWhole), 1)
        case .time:
            let unit = unit ?? TimeUnit(upTo: last)
            return (Axis("Training time", unit: unit.rawValue), 1 / unit.seconds)
        }
    }
}
