import Analysis

/// Small phrases of reports.
enum ReportWords {
    /// Both ends of the mean's interval, with the digits that `margin` makes worth writing; a dash without one.
    static func interval(_ summary: SampleSummary, _ unit: ObjectiveUnit, margin: Double) -> String {
        summary.interval(in: unit).map { unit.words($0, margin: margin) } ?? "–"
    }

    /// The first `most` of the names, and how many others there are.
    static func list(_ names: [String], most: Int, _ others: String) -> String {
        let shown = names.count > most + 1 ? Array(names.prefix(most)) : names
        if shown.count < names.count {
            return shown.joined(separator: "; ") + " and \(names.count - shown.count) \(others)"
        }
        return shown.joined(separator: "; ")
    }
}
