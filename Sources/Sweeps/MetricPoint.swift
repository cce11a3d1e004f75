/// One value of a metric and where it was measured.
public struct MetricPoint: Hashable, Sendable {
    /// Nil where whoever measured counts no epochs.
    public let epoch: Int?
    public let step: Int
    public let value: Double

    public init(epoch: Int?, step: Int, value: Double) {
        self.epoch = epoch
        self.step = step
        self.value = value
    }

    /// Whether it was measured earlier than `other`.
    public func isBefore(_ other: MetricPoint) -> Bool { step < other.step }

    /// `epoch 3`, or `step 200` where there are no epochs.
    public var placeWords: String { epoch.map { "epoch \($0)" } ?? "step \(step)" }
}
