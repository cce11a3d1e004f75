import Analysis

extension ObjectiveUnit {
    /// The interval without what no share can be.
    func bounded(_ interval: ConfidenceInterval) -> ConfidenceInterval {
        guard self == .points else { return interval }
        return ConfidenceInterval(lower: max(0, interval.lower), upper: min(1, interval.upper))
    }

    /// What stands behind a column's name: ` (%)`.
    var columnSuffix: String { self == .points ? " (%)" : "" }
}

extension SampleSummary {
    /// The standard error of the mean, which makes digits worth writing; 0 if nothing varies.
    var margin: Double { (deviation ?? 0) / Double(count).squareRoot() }
}
