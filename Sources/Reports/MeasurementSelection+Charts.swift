public import SweepViews

extension MeasurementSelection {
    /// What charts of `kinds` need: courses of every step for the configurations only that the options name.
    public init(for kinds: [ChartKind], options: ChartOptions = ChartOptions()) {
        self.init()
        let isTimed = !kinds.allSatisfy(\.metrics.isEmpty)
        metrics = Set(kinds.filter { !$0.isOfEveryStep }.flatMap(\.metrics))
        if kinds.contains(.lr) { prefixes = [LearningRateChart.metricPrefix] }
        if isTimed { metrics.formUnion(options.progress?.metrics ?? []) }
        metricsOfBest = Set(kinds.filter(\.isOfEveryStep).flatMap(\.metrics))
        best = options.top ?? ChartOptions.mostNames
        facet = options.facet
        hasAttempts = kinds.contains(where: \.needsAttempts)
    }
}
