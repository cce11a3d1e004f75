import Charts

/// Which values are worth the room of an axis: a few that are far worse than all others lie beyond it, so that these can
/// be told apart.
enum AxisRoom {
    /// What outliers that are to be seen leaving may add to an axis, as a part of the rest: a tenth of the whole.
    private static let share = 1.0 / 9

    /// From the best to the worst value that is worth its room; nil where all are.
    ///
    /// Left out is what lies more than four times as far from the best as the median, if that is at most a third of the
    /// values and what is left takes at most half of the axis. Distances are as on the axis. What lies within four
    /// `spread`s of the best is never left out: differences of that size are what seeds make, and worth comparing.
    ///
    /// - Parameters:
    ///   - sorted: finite, the best first; on a logarithmic scale positive.
    ///   - spread: by how much the seeds of one configuration differ, in the unit of the values.
    static func range(of sorted: [Double], on scale: ScaleKind, spread: Double = 0) -> ClosedRange<Double>? {
        guard let best = sorted.first, let worst = sorted.last, sorted.count > 3 else { return nil }
        func distance(_ value: Double) -> Double { abs(scale.position(value) - scale.position(best)) }
        let typical = distance(sorted[sorted.count / 2])
        guard typical > 0, typical.isFinite,
            let beyond = sorted.firstIndex(where: { distance($0) > 4 * typical && abs($0 - best) > 4 * spread }),
            3 * (sorted.count - beyond) <= sorted.count
        else { return nil }
        let last = sorted[beyond - 1]
        guard distance(worst) > 2 * distance(last) else { return nil }
        return min(best, last)...max(best, last)
    }

    /// The least and the greatest value with room for what leaves above or below.
    static func extended(
        _ range: ClosedRange<Double>, on scale: ScaleKind, above: Bool = false, below: Bool = false
    ) -> ClosedRange<Double> {
        if scale == .log, range.lowerBound <= 0 { return range }
        let (lower, upper) = (scale.position(range.lowerBound), scale.position(range.upperBound))
        let room = (upper - lower) * share
        return
            (below ? min(scale.value(lower - room), range.lowerBound) : range.lowerBound)...(above
            ? max(scale.value(upper + room), range.upperBound) : range.upperBound)
    }
}
