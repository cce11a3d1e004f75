public import Sweeps
import Training

extension Workload {
    /// The learning rates that a training would measure, but for those that follow a metric.
    ///
    /// - Parameter most: about how many moments of each are wanted at most.
    /// Throws a `ScheduleError` where a formula gives no learning rate.
    public func plannedRates(atMost most: Int = 4_000) throws -> [MeasurementRun] {
        let architecture = settings.network.architecture(inputs: summary.features, outputs: loss.outputs)
        return try plan(seed: 0).learningRates(
            of: cache.layout(of: architecture), stepsPerEpoch: summary.stepsPerEpoch, atMost: most
        ).map { measured in
            MeasurementRun(
                metric: measured.name, epoch: measured.epoch, firstStep: measured.firstStep, values: measured.values)
        }
    }

    /// Whether some learning rates follow a metric, so that only training tells them.
    public var hasRatesByMetric: Bool { plan(seed: 0).followsMetric }
}
