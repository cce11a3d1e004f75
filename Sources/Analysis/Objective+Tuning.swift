public import Sweeps

extension Objective {
    /// Whether advice on what to tune and on luck in the choice makes sense by this metric: it is of data that training
    /// has not seen, or one of `own`, by which the sweeps themselves are judged. Whoever ranks by the training loss or
    /// by the time asks something else.
    public func isTunedFor(own: Set<String>) -> Bool {
        own.contains(metric) || metric.hasPrefix("dev_") || metric.hasPrefix("test_")
    }

    /// The metric of the test set that goes with it: `test_accuracy` with `dev_accuracy`; nil where there is none.
    public var testMetric: String? {
        metric.hasPrefix("dev_") ? "test_" + metric.dropFirst("dev_".count) : nil
    }
}
