import Analysis
import Foundation

/// Small phrases of reports.
enum ReportWords {
    /// `1 trial`, `3 trials`.
    static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// Seconds as `0.84 s`, `42 s`, `3 min 5 s` or `2 h 10 min`.
    static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "–" }
        if seconds < 10 { return String(format: "%.2f s", seconds) }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        return whole < 3600
            ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
    }

    /// `7`, or `7.5` between two.
    static func epoch(_ epoch: Double) -> String { String(format: epoch == epoch.rounded() ? "%.0f" : "%.1f", epoch) }

    /// Both ends of the mean's interval, with the digits that `margin` makes worth writing; a dash without one.
    static func interval(_ summary: SampleSummary, _ unit: ObjectiveUnit, margin: Double) -> String {
        guard let interval = summary.interval else { return "–" }
        let bounded = unit.bounded(interval)
        return "\(unit.digits(bounded.lower, margin: margin))…\(unit.digits(bounded.upper, margin: margin))"
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
