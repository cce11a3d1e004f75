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
        let last = !isNamedAtEnd ? nil : y.indices.last { x[$0].isFinite && y[$0].isFinite }
        return Key(label, stroke, end: last.map { Key.End(x: x[$0], y: y[$0]) })
    }

    public var columns: [DataColumn] { data ?? [DataColumn("x", x), DataColumn("y", y)] }

    public func extend(x range: inout DataRange, y yRange: inout DataRange) {
        range.include(x)
        range.reachEnds()
        yRange.include(y, within: room)
    }

    public func primitives(in plot: Plot) -> [Primitive] {
        let stroke = stroke.scaled(by: plot.strokeScale)
        var drawn: [Primitive] = []
        let pieces = plot.pieces(x: x, y: y)
        for piece in pieces {
            if piece.count == 1, let point = piece.first {
                drawn.append(.dot(point, radius: max(stroke.width * 1.6, 1.6), stroke.color))
            } else {
                drawn.append(.polyline(PointReduction.reduce(piece), stroke))
            }
        }
        if isBroken, let end = pieces.last?.last { drawn.append(cross(at: end, stroke)) }
        return drawn
    }

    private func cross(at point: Point, _ stroke: Stroke) -> Primitive {
        let arm = max(2 * stroke.width, 2)
        func corner(_ right: Double, _ down: Double) -> Point { Point(point.x + right * arm, point.y + down * arm) }
        return .segments(
            [.init(corner(-1, -1), corner(1, 1)), .init(corner(-1, 1), corner(1, -1))],
            Stroke(stroke.color, width: max(stroke.width, 1)))
    }
}
