public import Sweeps

/// Training stopped before the curve had levelled off.
public struct StillImproving: Hashable, Sendable {
    public static let fewestPoints = 5

    public let metric: String
    /// How many epochs the last part of the curve spans.
    public let epochs: Double
    /// The improvement per epoch over the last part, positive.
    public let improvement: Double
    public let goal: Objective.Goal

    /// Looks at the last quarter of the curve, at least five points; nil where that is level.
    ///
    /// It is not level when its least-squares slope is an improvement (one-sided t test at 1 %, its standard error
    /// widened by √((1 + ρ) / (1 − ρ)) for the correlation ρ of neighbouring residuals: G. Box, G. Jenkins, G. Reinsel,
    /// "Time Series Analysis", section 2.1.5) and it brought at least 2 % of all that the curve ever gained.
    public init?(metric: String, goal: Objective.Goal, curve: [(epoch: Double, value: Double)]) {
        let points = curve.filter { $0.epoch.isFinite && $0.value.isFinite }
        let sign = goal == .maximize ? 1.0 : -1.0
        let part = points.suffix(max(Self.fewestPoints, (points.count + 3) / 4))
        guard part.count >= Self.fewestPoints, let start = part.first?.epoch, let end = part.last?.epoch, end > start,
            let line = FittedLine(part.map { ($0.epoch - start, sign * $0.value) })
        else { return nil }
        let gains = points.map { sign * $0.value }
        guard let first = gains.first, let most = gains.max() else { return nil }
        let isMaterial = line.slope * (end - start) >= 0.02 * (most - first)
        let significance = 1 - StudentDistribution.cumulative(line.ratio, freedom: Double(part.count - 2))
        guard line.slope > 0, isMaterial, significance < 0.01 else { return nil }
        self.metric = metric
        self.goal = goal
        epochs = end - start
        improvement = line.slope
    }

    public var sentence: String {
        let unit = ObjectiveUnit(MetricDefinition(named: metric).unit)
        let verb = goal == .maximize ? "rose" : "fell"
        return
            "Training stopped before it levelled off: over the last \(ObjectiveUnit.plain.words(value: epochs, margin: 2)) "
            + "epochs \(metric) still \(verb) by \(unit.words(difference: improvement, margin: improvement / 5)) per epoch; "
            + "train longer."
    }
}
