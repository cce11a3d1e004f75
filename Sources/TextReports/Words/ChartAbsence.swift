public import Reports
public import SweepViews
import Sweeps

/// Why a chart has nothing to draw.
public struct ChartAbsence {
    let view: SweepView
    /// What curves were to run over, where that was asked for.
    let progress: TrainingProgress?
    /// Whether a part of that was asked for.
    let hasRange: Bool

    public init(view: SweepView, progress: TrainingProgress?, hasRange: Bool) {
        self.view = view
        self.progress = progress
        self.hasRange = hasRange
    }

    public func of(_ kind: ChartKind) -> String {
        if let absence = kind.absence(in: view) {
            return "There is no chart '\(kind.rawValue)' of '\(sweep)': \(absence)."
        }
        guard !kind.metrics.isEmpty else {
            let need = kind.need(judgedBy: view.objective.metric)
            return "'\(sweep)' has nothing for the chart '\(kind.rawValue)': it needs \(need)."
        }
        let metrics = kind.metrics.map { "'\($0)'" }.joined(separator: " and ")
        return untimed ?? "'\(sweep)' has measured no \(metrics), so there is no chart '\(kind.rawValue)'."
    }

    public func of(_ metrics: MetricChart) -> String {
        let names = metrics.metrics.map { "'\(SafeText.escaping($0))'" }.joined(separator: " and ")
        return untimed
            ?? "No value of \(names) of '\(sweep)' can be drawn" + (hasRange ? " within '--x-range'." : ".")
    }

    private var untimed: String? {
        guard progress == .time, view.trials.allSatisfy({ $0.series["epoch_seconds"] == nil }) else { return nil }
        return "'\(sweep)' has measured no 'epoch_seconds', which '--x time' needs."
    }

    private var sweep: String { SafeText.escaping(view.sweep) }
}
