import Foundation

/// On which scale the values of a hyperparameter are even: their own, or that of their logarithms.
public enum ValueScale: Hashable, Sendable {
    case linear
    case logarithmic

    /// The scale on which the median lies nearer to the middle of the range. It is linear unless all values are positive
    /// and the largest is at least 100 times the smallest. `sorted` are finite and ascending.
    public init(fitting sorted: [Double]) {
        self = .linear
        guard let least = sorted.first, let most = sorted.last, least > 0, most >= 100 * least,
            let median = SampleStatistics.median(of: sorted)
        else { return }
        let offCenter = { (scale: ValueScale) in
            let (start, end) = (scale.position(least), scale.position(most))
            return abs((scale.position(median) - start) / (end - start) - 0.5)
        }
        if offCenter(.logarithmic) < offCenter(.linear) { self = .logarithmic }
    }

    /// Where a value lies on this scale; differences of positions are finite.
    public func position(_ value: Double) -> Double { self == .logarithmic ? log(value) : value / 2 }

    /// The value at a position.
    public func value(_ position: Double) -> Double { self == .logarithmic ? exp(position) : position * 2 }
}
