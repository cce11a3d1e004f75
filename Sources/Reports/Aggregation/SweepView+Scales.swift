import Analysis
import Charts
import SweepViews
import Sweeps

extension SweepView {
    /// From which ratio of the greatest to the least loss on an axis is logarithmic: for classifications from two
    /// decades on, for regressions, whose losses are in the target's units, from one.
    var logarithmicFrom: Double { isClassification ? 100 : 10 }

    /// The same of losses of single steps, which a classification's scatter by more than a decade by themselves.
    var stepsLogarithmicFrom: Double { isClassification ? 1_000 : 10 }

    /// Whether any trial measured a share of what is right: an accuracy, or its like.
    private var isClassification: Bool {
        whole.metrics.contains { whole.sources[0].definition(of: $0).unit == .share }
    }
}
