/// Values of one metric at consecutive steps; most often one value at an epoch's last step.
public struct MeasurementRun: Hashable, Sendable {
    /// As in sweep-file.md: `batch_loss`, `dev_accuracy`, …
    public let metric: String
    /// Counted from 1; nil where whoever measured counts no epochs.
    public let epoch: Int?
    /// The step of the first value, counted from 1 over the whole training.
    public let firstStep: Int
    public let values: [Double]

    public init(metric: String, epoch: Int?, firstStep: Int, values: [Double]) {
        self.metric = metric
        self.epoch = epoch
        self.firstStep = firstStep
        self.values = values
    }

    public init(metric: String, epoch: Int?, step: Int, value: Double) {
        self.init(metric: metric, epoch: epoch, firstStep: step, values: [value])
    }
}
