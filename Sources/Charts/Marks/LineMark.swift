/// Points joined in the order given, with a gap where one has no place on the axes; a point between gaps is a dot.
public struct LineMark: Mark {
    public let series: String
    /// What to call the line on the page; nil: nothing.
    public var label: String?
    public let x: [Double]
    /// As many as `x`; NaN where there is none.
    public let y: [Double]
    public var stroke: Stroke
    /// Whether the line stops where it should not have: a cross marks its end.
    public var isBroken: Bool
    /// Values outside may be cut off, with a note, so that the axis serves other marks.
    public var room: ClosedRange<Double>
    /// How a point between gaps is drawn, and a line of a single point.
    public var pointShape = DotShape.circle
    /// Whether the label may stand where the line ends; otherwise the legend has it, in the order of the marks.
    public var isNamedAtEnd = true
    /// For tables, where x and y are not the data themselves, as between parallel axes; nil: x and y.
    public var data: [DataColumn]?

    public init(
        series: String, label: String? = nil, x: [Double], y: [Double], stroke: Stroke, isBroken: Bool = false,
        room: ClosedRange<Double> = -.infinity ... .infinity
    ) {
        precondition(x.count == y.count, "'\(series)' has \(x.count) x and \(y.count) y")
        self.series = series
        self.label = label
        self.x = x
        self.y = y
        self.stroke = stroke
        self.isBroken = isBroken
        self.room = room
    }

    /// The mark with other room.
    public func with(room: ClosedRange<Double>) -> LineMark {
        var mark = self
        mark.room = room
        return mark
    }

    public var key: Key? {
        guard let label else { return nil }
        let shown = y.indices.filter { x[$0].isFinite && y[$0].isFinite }
        let end = isNamedAtEnd ? shown.last.map { Key.End(x: x[$0], y: y[$0]) } : nil
        return shown.count == 1
            ? Key(label, .dot(pointShape, radius: pointRadius, stroke.color), end: end) : Key(label, stroke, end: end)
    }

    public var columns: [DataColumn] { data ?? [DataColumn("x", x), DataColumn("y", y)] }

    /// A line that leaves the plot for good asks for no width beyond.
    public func extend(x range: inout DataRange, y yRange: inout DataRange) {
        range.include(leaving + 1 < x.count ? Array(x[...leaving]) : x)
        range.reachEnds()
        yRange.include(y, within: room)
    }

    public func primitives(in plot: Plot) -> [Primitive] {
        let stroke = stroke.scaled(by: plot.strokeScale)
        let theme = plot.typesetter.theme
        var drawn: [Primitive] = []
        let pieces = plot.pieces(x: x, y: y)
        for piece in pieces {
            if piece.count == 1, let point = piece.first {
                drawn += pointShape.primitives(
                    at: point, radius: pointRadius * plot.strokeScale, color: stroke.color,
                    paper: theme.paper)
            } else {
                drawn.append(.polyline(PointReduction.reduce(piece), stroke))
            }
        }
        if let end = cross(in: plot) {
            drawn += BreakMark.cross(
                at: end, in: plot, radius: max(2 * self.stroke.width, 2.6),
                stroke.color.withOpacity(1).legible(on: theme.paper, ink: theme.ink))
        }
        return drawn
    }

    /// Where the line leaves the plot for good, above or below; nil where it ends inside or beyond the sides.
    func departure(in plot: Plot) -> (point: Point, isUpwards: Bool)? {
        let (points, area) = (plot.points(x: x, y: y), plot.area)
        guard let last = points.last, last.y < area.top - 1 || last.y > area.bottom + 1 else { return nil }
        let isUpwards = last.y < area.top
        let edge = isUpwards ? area.top : area.bottom
        func isBeyond(_ point: Point) -> Bool { isUpwards ? point.y < edge : point.y > edge }
        guard let inside = points.lastIndex(where: { !isBeyond($0) }) else {
            return points.first.map { (Point(min(max($0.x, area.left), area.right), edge), isUpwards) }
        }
        let (start, end) = (points[inside], points[inside + 1])
        let part = (edge - start.y) / (end.y - start.y)
        let across = start.x + part * (end.x - start.x)
        return across >= area.left - 1 && across <= area.right + 1 ? (Point(across, edge), isUpwards) : nil
    }

    /// Where the cross of a broken line stands.
    func cross(in plot: Plot) -> Point? { isBroken ? breakPoint(in: plot) : nil }

    private var pointRadius: Double { max(stroke.width * 1.6, 2.2) }

    /// The index of the first point from which on all lie outside the room.
    private var leaving: Int {
        (y.indices.last { y[$0].isNaN || room.contains(y[$0]) } ?? -1) + 1
    }

    /// Where the line ends; where it does so beyond the plot's width, where it left the plot.
    private func breakPoint(in plot: Plot) -> Point? {
        let points = plot.points(x: x, y: y)
        let area = plot.area.grown(by: 1)
        guard let end = points.last, end.x > area.right else { return points.last }
        let last = points.lastIndex { $0.x <= area.right && $0.y >= area.top && $0.y <= area.bottom }
        return last.map { points[$0 + 1].x <= area.right ? points[$0 + 1] : points[$0] } ?? points.first
    }
}
