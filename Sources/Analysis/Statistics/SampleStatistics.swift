/// Numbers that describe a sample; each is the same for the same values in any order.
public enum SampleStatistics {
    /// The mean, nil of nothing; of equal values exactly their value.
    public static func mean(of values: [Double]) -> Double? {
        let sorted = values.sorted()
        guard let least = sorted.first else { return nil }
        guard sorted.last != least else { return least }
        return sorted.reduce(0, +) / Double(values.count)
    }

    /// The variance with n − 1 in the denominator, in two passes; nil of fewer than two values.
    public static func variance(of values: [Double]) -> Double? {
        guard values.count > 1, let mean = mean(of: values) else { return nil }
        let squares = values.map { ($0 - mean) * ($0 - mean) }.sorted()
        return squares.reduce(0, +) / Double(values.count - 1)
    }

    /// The square root of the variance.
    public static func standardDeviation(of values: [Double]) -> Double? { variance(of: values)?.squareRoot() }

    /// The middle value, or the mean of the middle two; nil of nothing.
    public static func median(of values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
