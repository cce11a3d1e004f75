import Foundation

/// How the values of an axis become places between its two ends.
struct Scale: Hashable, Sendable {
    let kind: ScaleKind
    /// The value at each end; on a logarithmic scale both are positive.
    let lower: Double
    let upper: Double
    /// Whether the lower value lies at the far end, as the first of names that are read from the top.
    let isReversed: Bool
    private let start: Double
    private let length: Double

    /// `lower` < `upper`, both within ± `DataRange.limit`.
    init(_ kind: ScaleKind, from lower: Double, to upper: Double, isReversed: Bool = false) {
        precondition(lower < upper, "a scale from \(lower) to \(upper) has no length")
        self.kind = kind
        self.lower = lower
        self.upper = upper
        self.isReversed = isReversed
        start = kind == .log ? log10(lower) : lower
        length = (kind == .log ? log10(upper) : upper) - start
    }

    /// The scale that shows `range` on `axis`, with some room at the ends for values drawn as heights.
    ///
    /// Data without extent get a domain around them; no data at all get 0…1, or 1…10 on a logarithmic scale.
    init(_ axis: Axis, showing range: DataRange, padding: Double, direction: Direction = .horizontal) {
        if let names = axis.categories {
            let last = Double(max(names.count, 1)) - 0.5
            self.init(.linear, from: -0.5, to: last, isReversed: direction == .vertical)
            return
        }
        if let domain = Self.usable(axis.domain, axis.scale) {
            let ends = Self.ended((domain.lowerBound, domain.upperBound), axis)
            self.init(axis.scale, from: ends.lower, to: ends.upper)
            return
        }
        let padding = range.wantsRoom && !range.reachesEnds ? max(padding, 0.04) : padding
        let needed =
            switch axis.scale {
            case .linear: Self.linearDomain(range, axis, padding: padding)
            case .log: Self.logDomain(range, padding: padding)
            }
        let domain = Self.ended(needed, axis)
        self.init(axis.scale, from: domain.lower, to: domain.upper)
    }

    /// With the ends that a person wants, as far as the scale has them; where that leaves nothing of the data, the other
    /// end is one that makes sense beside it.
    private static func ended(
        _ needed: (lower: Double, upper: Double), _ axis: Axis
    ) -> (lower: Double, upper: Double) {
        let least = axis.scale == .log ? Double.leastNormalMagnitude : -DataRange.limit
        let lowest = axis.lowest.flatMap { $0 >= least ? $0 : nil }
        let highest = axis.highest.flatMap { $0 > least ? $0 : nil }
        let (lower, upper) = (lowest ?? needed.lower, highest ?? needed.upper)
        if lower < upper { return (lower, upper) }
        func beside(_ end: Double, _ sign: Double) -> Double {
            axis.scale == .log ? end * pow(10, sign) : end + sign * max(end.magnitude * 0.1, 1)
        }
        return highest == nil ? (lower, beside(lower, 1)) : (beside(upper, -1), upper)
    }

    /// Where `value` lies: 0 at the lower end, 1 at the upper; nil for a value that has no place.
    func position(_ value: Double) -> Double? {
        guard value.magnitude <= DataRange.limit else { return nil }
        let position: Double
        switch kind {
        case .linear: position = (value - start) / length
        case .log:
            guard value >= Double.leastNormalMagnitude else { return nil }
            position = (log10(value) - start) / length
        }
        return isReversed ? 1 - position : position
    }

    private static func usable(_ domain: ClosedRange<Double>?, _ kind: ScaleKind) -> ClosedRange<Double>? {
        guard let domain, domain.lowerBound < domain.upperBound else { return nil }
        guard max(domain.lowerBound.magnitude, domain.upperBound.magnitude) <= DataRange.limit else { return nil }
        return kind == .log && domain.lowerBound < Double.leastNormalMagnitude ? nil : domain
    }

    private static func linearDomain(
        _ range: DataRange, _ axis: Axis, padding: Double
    ) -> (lower: Double, upper: Double) {
        guard !range.isEmpty else { return (0, 1) }
        let magnitude = max(range.lower.magnitude, range.upper.magnitude)
        let span = range.upper - range.lower
        var room = span * padding
        if span <= magnitude * 1e-11 || span < 1e-300 {
            // Differences in the last digits are rounding, not data.
            room = axis.isWhole ? 0.5 : magnitude < 1e-300 ? 1 : magnitude * 0.1
        }
        // What is never negative, or never above 1, should not look as if it could be.
        let least = range.lower >= 0 && !axis.isWhole ? 0 : -Double.infinity
        let limits = axis.limits ?? -.infinity ... .infinity
        return (
            max(range.lower - room, max(least, min(limits.lowerBound, range.lower))),
            min(range.upper + room, max(limits.upperBound, range.upper))
        )
    }

    private static func logDomain(_ range: DataRange, padding: Double) -> (lower: Double, upper: Double) {
        guard !range.isEmpty else { return (1, 10) }
        let (lower, upper) = (log10(range.lower), log10(range.upper))
        let room = upper - lower < 1e-6 ? 0.5 : (upper - lower) * padding
        return (pow(10, max(lower - room, -307)), pow(10, min(upper + room, 307)))
    }
}
