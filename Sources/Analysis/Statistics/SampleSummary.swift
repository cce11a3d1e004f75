/// A configuration's objective over its seeds, in numbers.
public struct SampleSummary: Hashable, Sendable {
    public let count: Int
    public let mean: Double
    public let median: Double
    /// The sample standard deviation; nil for one value.
    public let deviation: Double?
    /// The 95 % interval of the mean; nil below three values.
    public let interval: ConfidenceInterval?

    /// Nil when there is no value to summarize.
    public init?(_ values: [Double], intervals: inout MeanIntervals) {
        guard let mean = SampleStatistics.mean(of: values), let median = SampleStatistics.median(of: values) else {
            return nil
        }
        count = values.count
        self.mean = mean
        self.median = median
        deviation = SampleStatistics.standardDeviation(of: values)
        interval = intervals.interval(ofMean: values)
    }

    /// The interval of the mean, cut to where values can lie; nil below three values.
    public func interval(in unit: ObjectiveUnit) -> ConfidenceInterval? { interval.map(unit.bounded) }

    /// Why there is no interval; nil where there is one.
    public var intervalRemark: String? {
        switch count {
        case 1: "1 seed: no interval can be given; at least 3 seeds are needed"
        case 2: "2 seeds: no interval is given; at least 3 seeds are needed"
        default: nil
        }
    }
}
