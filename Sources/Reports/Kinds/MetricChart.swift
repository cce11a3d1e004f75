import Analysis
public import Charts
public import SweepViews
import Sweeps

/// The curves of anything that was measured: metrics that are measured on different sets share their axes, others lie one
/// below the other over the same epochs or steps.
public struct MetricChart: Hashable, Sendable {
    /// Those of one panel.
    private struct Group {
        /// Without the set's name: `loss` of `train_loss` and `dev_loss`.
        let quantity: String
        var sets: [CurveSet]

        /// `grad norm`, `loss` of several sets, `train loss` of one.
        var words: String { MetricChart.words(sets.count == 1 ? sets[0].metric : quantity) }
    }

    /// More panels would be too flat to read.
    public static let mostPanels = 6

    /// In the order in which they are to be drawn.
    public let metrics: [String]

    /// - Precondition: there is at least one metric.
    public init(_ metrics: [String]) {
        precondition(!metrics.isEmpty, "a chart of no metric")
        var seen: Set<String> = []
        self.metrics = metrics.filter { seen.insert($0).inserted }
    }

    /// What a file of it is called: `metric-train_loss`, with `_` for what no file name should have.
    public var name: String {
        let names = metrics.joined(separator: "+").map { character in
            character.isLetter || character.isNumber || "-_.+".contains(character) ? character : "_"
        }
        return "metric-" + String(names)
    }

    /// How many panels it has.
    public var panelCount: Int { groups.count }

    /// What must be read for it: courses of every step for the configurations only that the options name.
    ///
    /// - Parameter view: with the summaries of trials.
    public func selection(in view: SweepView, options: ChartOptions) -> MeasurementSelection {
        var selection = MeasurementSelection(for: [], options: options)
        let ofSteps = metrics.filter { Self.isOfEveryStep($0, in: view) }
        selection.metrics = Set(metrics).subtracting(ofSteps).union(options.progress?.metrics ?? [])
        selection.metricsOfBest = Set(ofSteps)
        return selection
    }

    /// - Returns: nil where none of the metrics has a value to draw.
    public func figure(of view: SweepView, options: ChartOptions = ChartOptions()) -> Figure? {
        precondition(options.top ?? 1 >= 1, "the best \(options.top ?? 0) configurations")
        let draw = { figures(of: $0, options: $1) }
        guard let facet = options.facet else { return draw(view, options)?.told(of: view).ending(options) }
        return Facets.figure(of: view, by: facet, options: options, draw: draw)?.told(of: view).ending(options)
    }

    private func figures(of view: SweepView, options: ChartOptions) -> Figure? {
        let groups = groups
        var options = options
        let ofSteps = metrics.contains { Self.isOfEveryStep($0, in: view) }
        options.progress = options.progress ?? (ofSteps ? .step : .epoch)
        let drawn = groups.compactMap { figure(of: $0, in: view, options: options) }
        guard var figure = drawn.first else { return nil }
        if drawn.count == 1 { return figure }
        figure.title =
            options.title
            ?? "\(view.sweep): \(Phrases.list(groups.map(\.words))) \(options.progress?.words ?? "")"
        figure.panels = drawn.map { Panel(marks: $0.marks, y: $0.y) }
        figure.columns = 1
        var seen: Set<Key> = []
        figure.styleKeys = drawn.flatMap(\.styleKeys).filter { seen.insert($0).inserted }
        figure.subtitle = drawn.map(\.subtitle).max { $0.count < $1.count } ?? ""
        return figure
    }

    private func figure(of group: Group, in view: SweepView, options: ChartOptions) -> Figure? {
        if group.sets.count == 1, let set = group.sets.first, Self.isOfEveryStep(set.metric, in: view) {
            return StepChart(quantity: Self.words(set.metric), metric: set.metric, shownBy: metrics)
                .figure(of: view, options: options)
        }
        let goal = view.sources[0].goal(of: group.sets[0].metric)
        return CurveChart(
            quantity: Self.words(group.quantity), sets: group.sets, goal: goal,
            isUnbounded: goal != .maximize, shownBy: metrics
        ).figure(of: view, options: options)
    }

    /// The metrics of one quantity together, where the first of them stands; training first, then dev.
    private var groups: [Group] {
        var groups: [Group] = []
        for metric in metrics {
            let (set, quantity) = MetricDefinition(named: metric).nameParts ?? ("", metric)
            if !set.isEmpty,
                let place = groups.firstIndex(where: { $0.quantity == quantity && !$0.sets[0].name.isEmpty })
            {
                groups[place].sets.append(CurveSet(name: set, metric: metric))
            } else {
                groups.append(Group(quantity: quantity, sets: [CurveSet(name: set, metric: metric)]))
            }
        }
        for index in groups.indices {
            groups[index].sets.sort { Self.order($0.metric) < Self.order($1.metric) }
        }
        return groups
    }

    /// What counts comes last.
    private static func order(_ metric: String) -> Int {
        switch MetricDefinition(named: metric).set {
        case nil, .test: 0
        case .train: 1
        case .dev: 2
        }
    }

    private static func words(_ name: String) -> String { name.replacing("_", with: " ") }

    /// Whether any trial has more values of it than epochs, or does not count epochs.
    private static func isOfEveryStep(_ metric: String, in view: SweepView) -> Bool {
        view.whole.trials.contains { trial in
            trial.outcome.summaries[metric].map { summary in
                summary.last.epoch.map { summary.count > max($0, 1) } ?? (summary.count > 1)
            } ?? false
        }
    }
}
