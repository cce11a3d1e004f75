/// What the steps of one epoch measure, until it is reported.
struct EpochMeasurements {
    /// Counted from 1.
    let epoch: Int
    /// Of those below, counted from 1 over the whole training.
    let firstStep: Int
    private var losses: [Double] = []
    /// Of each series of learning rates that is measured per step.
    private var rates: [[Double]]

    init(epoch: Int, firstStep: Int, most count: Int, series: [LearningRates.Series]) {
        self.epoch = epoch
        self.firstStep = firstStep
        losses.reserveCapacity(count)
        rates = series.map { _ in [] }
        for index in series.indices where series[index].isPerStep { rates[index].reserveCapacity(count) }
    }

    /// - Parameter loss: is kept as a `Float`; the numbers that it is made of have no more digits.
    mutating func take(loss: Double, _ current: LearningRates) {
        losses.append(Double(Float(loss)))
        for (index, series) in current.series.enumerated() where series.isPerStep {
            rates[index].append(current.rate(of: series))
        }
    }

    /// Reports what is measured at each step.
    func reportSteps(_ current: LearningRates, _ hooks: TrainingHooks) throws {
        guard !losses.isEmpty else { return }
        try hooks.report(MeasuredValues(.batchLoss, epoch: epoch, firstStep: firstStep, losses))
        for (series, rates) in zip(current.series, rates) where series.isPerStep {
            try hooks.report(
                MeasuredValues(.learningRate, group: series.pattern, epoch: epoch, firstStep: firstStep, rates))
        }
    }

    /// Reports the learning rates that held for the whole epoch, at its last step.
    func reportRates(_ current: LearningRates, lastStep: Int, _ hooks: TrainingHooks) throws {
        for series in current.series where !series.isPerStep {
            try hooks.report(
                MeasuredValues(
                    .learningRate, group: series.pattern, epoch: epoch, step: lastStep, current.rate(of: series)))
        }
    }
}
