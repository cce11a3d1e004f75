/// An error bar at each position: a line from a low to a high value, with small caps.
public struct IntervalMark: Mark {
    public let series: String
    /// The one along which the intervals reach.
    public let direction: Direction
    /// Where each interval lies in the other direction.
    public let at: [Double]
    /// As many as `at`; NaN where there is no interval.
    public let low: [Double]
    public let high: [Double]
    public var stroke: Stroke
    /// Whether paper shows around the lines, so that they can be seen on what is filled.
    public var hasRim: Bool

    public init(
        series: String, direction: Direction, at: [Double], low: [Double], high: [Double], stroke: Stroke,
        hasRim: Bool = false
    ) {
        precondition(
            at.count == low.count && at.count == high.count,
            "'\(series)' has \(at.count) positions, \(low.count) low and \(high.count) high")
        self.series = series
        self.direction = direction
        self.at = at
        self.low = low
        self.high = high
        self.stroke = stroke
        self.hasRim = hasRim
    }

    public var key: Key? { nil }

    public var columns: [DataColumn] {
        [
            DataColumn(direction == .horizontal ? "y" : "x", at), DataColumn("low", low), DataColumn("high", high),
        ]
    }

    /// On a logarithmic axis an end that is not above 0 asks for no room.
    public func extend(x: inout DataRange, y: inout DataRange) {
        func include(_ along: inout DataRange, _ across: inout DataRange) {
            let isLog = along.scale == .log
            along.include((low + high).filter { $0.isFinite && (!isLog || $0 > 0) })
            along.askForRoom()
            across.include(at)
            across.askForRoom()
        }
        if direction == .horizontal { include(&x, &y) } else { include(&y, &x) }
    }

    /// An end that has no place is the axis' end, and has no cap.
    public func primitives(in plot: Plot) -> [Primitive] {
        let stroke = stroke.scaled(by: plot.strokeScale)
        let arm = 2.4 * plot.strokeScale
        var segments: [Primitive.Segment] = []
        for index in at.indices {
            let ends = [low[index], high[index]]
            let points = ends.map { plot.point(plot.shown($0, direction), at: at[index], direction) }
            guard let start = points[0], let end = points[1] else { continue }
            segments.append(.init(start, end))
            for (value, point) in zip(ends, [start, end]) where plot.shown(value, direction) == value {
                let (right, down) = direction == .horizontal ? (0, arm) : (arm, 0)
                segments.append(
                    .init(Point(point.x - right, point.y - down), Point(point.x + right, point.y + down)))
            }
        }
        if segments.isEmpty { return [] }
        let rim = Stroke(plot.typesetter.theme.paper, width: stroke.width + 1.2 * plot.strokeScale)
        return (hasRim ? [.segments(segments, rim)] : []) + [.segments(segments, stroke)]
    }
}
