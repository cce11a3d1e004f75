/// A range that holds the true value in 95 of 100 sweeps, if not said otherwise.
public struct ConfidenceInterval: Hashable, Sendable {
    public let lower: Double
    public let upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// Without what lies beyond `range`.
    func clamped(to range: ClosedRange<Double>) -> ConfidenceInterval {
        func clamped(_ end: Double) -> Double { min(max(end, range.lowerBound), range.upperBound) }
        return ConfidenceInterval(lower: clamped(lower), upper: clamped(upper))
    }
}
