/// The least and the greatest of the values on an axis, and how many of them it cannot show.
public struct DataRange: Hashable, Sendable {
    let scale: ScaleKind
    /// Greater than `upper` while there is none.
    private(set) var lower = Double.infinity
    private(set) var upper = -Double.infinity
    private(set) var notFinite = 0
    /// 0 or below on a logarithmic axis.
    private(set) var notPositive = 0
    /// Too great, or too small, to be worth the room.
    private(set) var above = 0
    private(set) var below = 0
    /// Whether some room is wanted around the values, for what is drawn around a point.
    private(set) var wantsRoom = false
    /// Whether something goes from one end to the other, as a line does.
    private(set) var reachesEnds = false

    /// Values beyond ± this count as infinite, so that the width of a domain never overflows.
    static let limit = 1e307

    public init(scale: ScaleKind) {
        self.scale = scale
    }

    public var isEmpty: Bool { lower > upper }

    /// Takes in what another range of the same scale has seen.
    mutating func formUnion(_ other: DataRange) {
        lower = min(lower, other.lower)
        upper = max(upper, other.upper)
        notFinite += other.notFinite
        notPositive += other.notPositive
        above += other.above
        below += other.below
        wantsRoom = wantsRoom || other.wantsRoom
        reachesEnds = reachesEnds || other.reachesEnds
    }

    /// Asks for room around the values, for what is drawn around a point.
    public mutating func askForRoom() { wantsRoom = true }

    /// Says that no room is wanted around the values, whatever others ask for: lines start at the plot's edge.
    public mutating func reachEnds() { reachesEnds = true }

    /// - Parameter room: values outside are counted, but not shown.
    public mutating func include(_ values: [Double], within room: ClosedRange<Double> = -.infinity ... .infinity) {
        for value in values {
            if !(value.magnitude <= Self.limit) {
                // NaN means that nothing was measured here; only what was measured and has no place is counted.
                if !value.isNaN { notFinite += 1 }
            } else if scale == .log && value < Double.leastNormalMagnitude {
                notPositive += 1
            } else if value > room.upperBound {
                above += 1
            } else if value < room.lowerBound {
                below += 1
            } else {
                if value < lower { lower = value }
                if value > upper { upper = value }
            }
        }
    }
}
