/// The least and the greatest of the values on an axis, and how many of them it cannot show.
public struct DataRange: Hashable, Sendable {
    let scale: ScaleKind
    /// Greater than `upper` while there is none.
    private(set) var lower = Double.infinity
    private(set) var upper = -Double.infinity
    private(set) var notFinite = 0
    /// 0 or below on a logarithmic axis.
    private(set) var notPositive = 0
    /// Too great to be worth the room.
    private(set) var aboveCeiling = 0

    /// Values beyond ± this count as infinite, so that the width of a domain never overflows.
    static let limit = 1e307

    public init(scale: ScaleKind) {
        self.scale = scale
    }

    public var isEmpty: Bool { lower > upper }

    /// - Parameter ceiling: values above it are counted, but ask for no room.
    public mutating func include(_ values: [Double], upTo ceiling: Double = .infinity) {
        for value in values {
            if !(value.magnitude <= Self.limit) {
                // NaN means that nothing was measured here; only what was measured and has no place is counted.
                if !value.isNaN { notFinite += 1 }
            } else if scale == .log && value < Double.leastNormalMagnitude {
                notPositive += 1
            } else if value > ceiling {
                aboveCeiling += 1
            } else {
                if value < lower { lower = value }
                if value > upper { upper = value }
            }
        }
    }
}
