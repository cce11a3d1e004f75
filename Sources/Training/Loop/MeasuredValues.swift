/// Values of one metric at consecutive steps of one epoch; most often one value at the epoch's last step.
public struct MeasuredValues: Hashable, Sendable {
    public let metric: Metric
    /// The pattern of the parameters that the values are of; nil: they are of the whole training.
    public let group: String?
    /// Counted from 1.
    public let epoch: Int
    /// The step of the first value, counted from 1 over the whole training.
    public let firstStep: Int
    public let values: [Double]

    public init(_ metric: Metric, group: String? = nil, epoch: Int, firstStep: Int, _ values: [Double]) {
        self.metric = metric
        self.group = group
        self.epoch = epoch
        self.firstStep = firstStep
        self.values = values
    }

    /// A single value.
    public init(_ metric: Metric, group: String? = nil, epoch: Int, step: Int, _ value: Double) {
        self.init(metric, group: group, epoch: epoch, firstStep: step, [value])
    }

    /// As journals have it: `dev_loss`, `lr`, `lr.layers.0.*`.
    public var name: String { group.map { "\(metric.rawValue).\($0)" } ?? metric.rawValue }
}
