/// A cross where lines stop that should not have, at the plot's edge for what lies beyond.
public struct BreakMark: Mark {
    public let series: String
    public let x: [Double]
    /// As many as `x`; NaN where there is none.
    public let y: [Double]
    public var color: Color
    /// As of a line.
    public var room: ClosedRange<Double>

    public init(
        series: String, x: [Double], y: [Double], color: Color, room: ClosedRange<Double> = -.infinity ... .infinity
    ) {
        precondition(x.count == y.count, "'\(series)' has \(x.count) x and \(y.count) y")
        self.series = series
        self.x = x
        self.y = y
        self.color = color
        self.room = room
    }

    public var key: Key? { nil }

    public var columns: [DataColumn] { [DataColumn("x", x), DataColumn("y", y)] }

    public func extend(x range: inout DataRange, y yRange: inout DataRange) {
        range.include(x)
        yRange.include(y, within: room)
    }

    public func primitives(in plot: Plot) -> [Primitive] {
        zip(x, y).flatMap { x, y in
            plot.point(x, plot.shown(y, .vertical)).map { Self.cross(at: $0, in: plot, radius: 2.8, color) } ?? []
        }
    }

    /// - Parameter radius: in points, on a page of standard size.
    static func cross(at point: Point, in plot: Plot, radius: Double, _ color: Color) -> [Primitive] {
        let radius = radius * plot.strokeScale
        // So near to the edge as is seen whole, and not on the axis.
        let (area, width) = (plot.area.grown(by: -radius), plot.area.grown(by: PanelGrid.bleed - radius))
        let place = Point(
            min(max(point.x, width.left), width.right), min(max(point.y, area.top), area.bottom))
        return DotShape.cross.primitives(
            at: place, radius: radius, color: color, paper: plot.typesetter.theme.paper)
    }
}
