import Analysis
import Charts
import SweepViews

extension SweepView {
    /// From which ratio of the greatest to the least loss on an axis is logarithmic: for classifications from two
    /// decades on, for regressions, whose losses are in the target's units, from one.
    var logarithmicFrom: Double { isClassification ? 100 : 10 }

    /// Whether any trial measured an accuracy.
    private var isClassification: Bool {
        whole.trials.contains { trial in trial.outcome.summaries.keys.contains { $0.hasSuffix("accuracy") } }
    }
}
