public import Sweeps

/// What is known of one metric of an attempt, but for its values.
public struct MetricRecord: Hashable, Sendable {
    public let metric: String
    /// The source that counts.
    public let source: MetricSource
    /// How many steps have a value, as far as they came in order.
    public internal(set) var count = 0
    public internal(set) var firstStep = -1
    public internal(set) var lastStep = -1
    /// The value that came last.
    public internal(set) var last = Double.nan

    let trust: MetricTrust
    /// Which stream gave it last; nil for printed text.
    var stream: Int?

    init(metric: String, source: MetricSource, trust: MetricTrust, count: Int) {
        self.metric = metric
        self.source = source
        self.trust = trust
        self.count = count
    }
}
