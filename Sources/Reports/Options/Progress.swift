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
    ///   - span: the least and the greatest of them; times are in seconds.
    ///   - unit: of time; nil: one that suits the span.
    func axis(
        over span: ClosedRange<Double>, unit: TimeUnit? = nil, isWhole: Bool = true
    ) -> (axis: Axis, factor: Double) {
        let unit = self == .time ? unit ?? TimeUnit(upTo: span.upperBound) : nil
        let factor = unit.map { 1 / $0.seconds } ?? 1
        // A little room, so that a mark at the end is whole.
        let room = 0.012 * (span.upperBound - span.lowerBound)
        let domain = room > 0 ? factor * (span.lowerBound - room)...factor * (span.upperBound + room) : nil
        let label =
            switch self {
            case .step: "Step"
            case .epoch: "Epoch"
            case .time: "Training time"
            }
        return (Axis(label, unit: unit?.rawValue, domain: domain, isWhole: isWhole && self != .time), factor)
    }
}

extension [SeedCurve] {
    /// The least and the greatest x; nil of nothing.
    var span: ClosedRange<Double>? {
        let ends = flatMap { [$0.x.first, $0.x.last].compactMap(\.self) }
        guard let least = ends.min(), let greatest = ends.max() else { return nil }
        return least...greatest
    }
}
