import Analysis
import ProgramMetrics
public import SweepViews
import Sweeps

/// That nothing can be judged, since no finished trial has a value of the metric that the sweep's file names, or it names
/// none.
public struct ObjectiveAbsence {
    private let view: SweepView
    /// What the trials measured, by name.
    private let measured: [String]

    /// Nil where a trial has a value to judge by, or none has finished yet.
    public init?(_ view: SweepView) {
        let finished = view.trials.filter { $0.state.hasResult }
        let metric = view.objective.metric
        guard !finished.isEmpty, finished.allSatisfy({ $0.outcome.summaries[metric] == nil }) else { return nil }
        self.view = view
        measured = Set(view.trials.flatMap(\.outcome.summaries.keys)).sorted()
    }

    /// Whether the file names a metric, which then does not come.
    public var isOfNamedMetric: Bool { view.objective.isNamed }

    /// One or two sentences.
    public var words: String {
        isOfNamedMetric
            ? Self.words(metric: view.objective.metric, measured: measured, who: "The finished trials")
            : unnamedWords
    }

    private var unnamedWords: String {
        let start = "The sweep's file names no metric, so nothing is ranked."
        guard let first = measured.first else { return start + " " + Self.nothingMeasured }
        let command = "sweep rank \(view.sweep) --by \(first) --goal maximize"
        return "\(start) The trials measured \(Self.list(measured)); '\(command)' ranks by one of them."
    }

    /// That one metric never came, with what did and what may be meant.
    static func words(metric: String, measured: [String], who: String) -> String {
        let start = "\(who) gave no value of '\(metric)', by which the sweep is judged"
        guard !measured.isEmpty else { return start + ". " + nothingMeasured }
        let likely = MetricCollector.likelyMeant(objective: metric, among: measured)
        return start + "; measured were \(list(measured))."
            + (likely.map { " Perhaps '\($0)' is meant: write it as the metric's name, or rank by '--by \($0)'." } ?? "")
    }

    private static let nothingMeasured =
        "Nothing at all was measured: a program reports by SWEEP_METRICS, wandb, files, or what it prints of the metric "
        + "that the file names; 'sweep try FILE' shows what is read."

    /// The most metrics that are named.
    private static let most = 12

    private static func list(_ names: [String]) -> String {
        let more = names.count - most
        return Phrases.list(Array(names.prefix(most))) + (more > 0 ? " and \(more) more" : "")
    }
}
