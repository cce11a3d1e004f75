import Analysis
public import Charts
public import SweepViews

/// The charts that a sweep can get.
public enum ChartKind: String, CaseIterable, Sendable {
    case loss
    case accuracy
    case batchLoss = "batch-loss"
    case lr
    case final
    case sensitivity
    case heatMap = "heat-map"
    case slices
    case parallel
    case importance
    case history
    case pareto
    case timeline

    /// The chart of a sweep's results.
    ///
    /// - Returns: nil where there is nothing of what it shows; see `need`.
    public func figure(of results: SweepView, options: ChartOptions = ChartOptions()) -> Figure? {
        precondition(options.top ?? 1 >= 1, "the best \(options.top ?? 0) configurations")
        // What cannot be compared has no place on one axis, nor panels of it one scale of colours.
        if self == .heatMap, results.ranking.comparability != nil { return nil }
        let divider = isOfOneRanking ? results.ranking.comparability?.divider : nil
        var options = options
        if options.facet == nil, self.options.contains(.facet) { options.facet = divider }
        let drawn =
            options.facet.map { facet in
                Facets.figure(
                    of: results, by: facet, options: options, areApart: facet == divider, draw: drawing)
            } ?? drawing(of: results, options: options)
        return drawn?.told(of: results).ending(options)
    }

    private func drawing(of results: SweepView, options: ChartOptions) -> Figure? {
        if isOfLevels, results.whole.alternatives != nil { return nil }
        // All together only say what panels share.
        if isOfOneRanking, results.ranking.comparability != nil, options.facet == nil || results.isPart { return nil }
        return drawingOfContent(of: results, options: options)
    }

    private func drawingOfContent(of results: SweepView, options: ChartOptions) -> Figure? {
        switch self {
        case .loss: LossChart.figure(of: results, options: options)
        case .accuracy: AccuracyChart.figure(of: results, options: options)
        case .batchLoss: BatchLossChart.figure(of: results, options: options)
        case .lr: LearningRateChart.figure(of: results, options: options)
        case .final: FinalChart.figure(of: results, options: options)
        case .sensitivity: SensitivityChart.figure(of: results, options: options)
        case .heatMap: HeatMapChart.figure(of: results, options: options)
        case .slices: SlicesChart.figure(of: results, options: options)
        case .parallel: ParallelChart.figure(of: results, options: options)
        case .importance: ImportanceChart.figure(of: results, options: options)
        case .history: HistoryChart.figure(of: results, options: options)
        case .pareto: ParetoChart.figure(of: results, options: options)
        case .timeline: TimelineChart.figure(of: results, options: options)
        }
    }

    /// The metrics whose courses it shows; none where it shows what trials came to.
    public var metrics: [String] {
        switch self {
        case .loss: LossChart.metrics
        case .accuracy: AccuracyChart.metrics
        case .batchLoss: BatchLossChart.metrics
        case .lr: LearningRateChart.metrics
        case .final, .sensitivity, .heatMap, .slices, .parallel, .importance, .history, .pareto, .timeline: []
        }
    }

    /// Which of the options that are not for every kind make sense for this one.
    public var options: Set<ChartOption> {
        switch self {
        case .loss, .accuracy: Self.curveOptions
        case .batchLoss: Self.curveOptions.subtracting([.band])
        case .lr: [.top, .facet, .x, .logY, .xRange, .yRange]
        case .final: [.top, .facet, .xRange]
        case .parallel, .importance: [.top]
        case .heatMap: [.facet, .xParameter, .yParameter]
        case .slices: [.color, .logY, .yRange]
        case .sensitivity: [.color, .facet, .logY, .xParameter, .xRange, .yRange]
        case .history: [.facet, .logY, .xRange, .yRange]
        case .pareto: [.top, .facet, .logY, .x, .xRange, .yRange]
        case .timeline: [.color]
        }
    }

    /// Those of charts of metrics over the training.
    public static let curveOptions: Set<ChartOption> = [
        .top, .color, .facet, .smooth, .x, .band, .logY, .xRange, .yRange,
    ]

    /// Whether it shows when trials ran.
    var needsAttempts: Bool { self == .history || self == .timeline }

    /// What there must be for this kind to show something, as in `it needs …`.
    public func need(judgedBy metric: String) -> String {
        switch self {
        case .loss, .accuracy, .batchLoss, .lr: metrics.map { "'\($0)'" }.joined(separator: " or ")
        case .final, .history, .pareto: "a finished trial with a '\(metric)'"
        case .sensitivity:
            "finished trials at two values of a hyperparameter that is a number, within one optimizer or other choice"
        case .heatMap: "a finished trial, and two hyperparameters that vary independently, each over at most 100 values"
        case .slices, .parallel: "two finished configurations"
        case .importance: "several finished configurations with different '\(metric)'"
        case .timeline: "a trial that has started"
        }
    }

    /// Why there is nothing to show although there are results, as after `because`; nil where `need` says it.
    public func absence(in results: SweepView) -> String? {
        if isOfLevels, results.alternatives != nil {
            return "each of its configurations departs from the base line in one thing, so that there are no levels to "
                + "compare"
        }
        if isOfOneRanking, let comparability = results.ranking.comparability {
            return comparability.reason(judgingBy: results.measures)
        }
        return switch self {
        case .lr: LearningRateChart.absence(in: results)
        case .importance: ImportanceChart.absence(in: results)
        default: nil
        }
    }

    /// Whether it shows what the levels of parameters bring.
    var isOfLevels: Bool { [.heatMap, .sensitivity, .importance].contains(self) }

    /// Whether it compares all configurations by the objective.
    var isOfOneRanking: Bool {
        [.sensitivity, .heatMap, .slices, .parallel, .importance, .history, .pareto].contains(self)
    }

    /// Whether it shows a value of each step, and of the best configurations only.
    public var isOfEveryStep: Bool { self == .batchLoss }
}
