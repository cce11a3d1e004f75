import Analysis

extension ObjectiveUnit {
    /// What stands behind a column's name: ` (%)`.
    var columnSuffix: String { self == .points ? " (%)" : "" }
}

extension SampleSummary {
    /// The standard error of the mean, which makes digits worth writing; 0 if nothing varies.
    var margin: Double { (deviation ?? 0) / Double(count).squareRoot() }
}
