public import Charts

/// The charts that a sweep can get.
public enum ChartKind: String, CaseIterable, Sendable {
    case loss
    case accuracy
    case batchLoss = "batch-loss"
    case lr

    /// The chart of a sweep's results.
    ///
    /// - Returns: nil where nothing of what it shows was measured.
    public func figure(of results: SweepResults, options: ChartOptions = ChartOptions()) -> Figure? {
        precondition(options.top ?? 1 >= 1, "the best \(options.top ?? 0) configurations")
        guard var figure = drawing(of: results, options: options) else { return nil }
        let condition = results.condition.map { "Only trials with \($0)." }
        let sentences = [figure.subtitle, condition ?? ""]
        figure.subtitle = sentences.filter { !$0.isEmpty }.joined(separator: " ")
        return figure
    }

    private func drawing(of results: SweepResults, options: ChartOptions) -> Figure? {
        switch self {
        case .loss: LossChart.figure(of: results, options: options)
        case .accuracy: AccuracyChart.figure(of: results, options: options)
        case .batchLoss: BatchLossChart.figure(of: results, options: options)
        case .lr: LearningRateChart.figure(of: results, options: options)
        }
    }

    /// The metrics that it shows.
    public var metrics: [String] {
        switch self {
        case .loss: LossChart.metrics
        case .accuracy: AccuracyChart.metrics
        case .batchLoss: BatchLossChart.metrics
        case .lr: LearningRateChart.metrics
        }
    }

    /// Which of the options that are not for every kind make sense for this one.
    public var options: Set<ChartOption> {
        switch self {
        case .loss, .accuracy: [.top, .color, .smooth, .x, .band, .logY]
        case .batchLoss: [.top, .color, .smooth, .x, .logY]
        case .lr: [.top, .x, .logY]
        }
    }

    /// Whether it shows when trials ran.
    var needsAttempts: Bool { false }

    /// Whether it shows a value of each step, and of the best configurations only.
    public var isOfEveryStep: Bool { self == .batchLoss }
}
