import Charts
import SweepViews

extension TrainingProgress {
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
