import Charts
import SweepViews

extension SeedCurve {
    /// The part between two ends along the horizontal axis; nil where nothing lies there.
    func limited(to range: AxisRange?) -> SeedCurve? { range.map { limited(to: $0.contains) } ?? self }
}
