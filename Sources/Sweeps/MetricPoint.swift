/// One value of a metric and where it was measured.
public struct MetricPoint: Hashable, Sendable {
    public let epoch: Int
    public let step: Int
    public let value: Double

    public init(epoch: Int, step: Int, value: Double) {
        self.epoch = epoch
        self.step = step
        self.value = value
    }

    /// Whether it was measured earlier than `other`.
    public func isBefore(_ other: MetricPoint) -> Bool { (epoch, step) < (other.epoch, other.step) }
}
