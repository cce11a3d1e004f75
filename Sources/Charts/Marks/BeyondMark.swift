/// What has no place on an axis, shown at the plot's edge: values too far away, and what came to no value.
public struct BeyondMark: Mark {
    public enum Edge: String, CaseIterable, Sendable {
        case left, right, top, bottom

        /// The one along which the values would lie.
        var direction: Direction { self == .left || self == .right ? .horizontal : .vertical }
    }

    public enum Sign: Hashable, Sendable {
        /// There is no value.
        case cross
        /// The value lies further on.
        case pointer
        case hollowPointer
    }

    public let series: String
    /// What to call the signs in the legend; nil: nothing.
    public var label: String?
    public let edge: Edge
    public var sign: Sign
    /// Where each sign lies along the edge.
    public let at: [Double]
    /// As many as `at`, for tables; NaN where there is none.
    public let values: [Double]
    /// What stands beside each sign; as many as `at`, or none.
    public let texts: [String]
    public var color: Color
    public var radius: Double

    public init(
        series: String, label: String? = nil, edge: Edge, sign: Sign, at: [Double], values: [Double],
        texts: [String] = [], color: Color, radius: Double = 2.6
    ) {
        precondition(
            at.count == values.count && (texts.isEmpty || texts.count == at.count),
            "'\(series)' has \(at.count) positions, \(values.count) values and \(texts.count) texts")
        self.series = series
        self.label = label
        self.edge = edge
        self.sign = sign
        self.at = at
        self.values = values
        self.texts = texts
        self.color = color
        self.radius = radius
    }

    public var key: Key? { label.map { Key($0, .dot(sign == .cross ? .cross : .triangle, radius: radius, color)) } }

    public var columns: [DataColumn] {
        edge.direction == .horizontal
            ? [DataColumn("y", at), DataColumn("x", values)] : [DataColumn("x", at), DataColumn("y", values)]
    }

    public func extend(x: inout DataRange, y: inout DataRange) {
        if edge.direction == .horizontal { y.include(at) } else { x.include(at) }
    }

    public var isClipped: Bool { false }

    public func primitives(in plot: Plot) -> [Primitive] {
        let radius = radius * plot.strokeScale
        return at.indices.flatMap { index -> [Primitive] in
            guard let centre = centre(at[index], inset: 1.5 * radius, in: plot) else { return [] }
            return sign(at: centre, radius, plot) + (texts.isEmpty ? [] : text(texts[index], at: centre, radius, plot))
        }
    }

    private func centre(_ position: Double, inset: Double, in plot: Plot) -> Point? {
        let area = plot.area
        switch edge.direction {
        case .horizontal:
            guard let up = plot.y.position(position), (0...1).contains(up) else { return nil }
            return Point(edge == .left ? area.left + inset : area.right - inset, area.bottom - up * area.height)
        case .vertical:
            guard let across = plot.x.position(position), (0...1).contains(across) else { return nil }
            return Point(area.left + across * area.width, edge == .top ? area.top + inset : area.bottom - inset)
        }
    }

    private func sign(at centre: Point, _ radius: Double, _ plot: Plot) -> [Primitive] {
        let paper = plot.typesetter.theme.paper
        if sign == .cross { return DotShape.cross.primitives(at: centre, radius: radius, color: color, paper: paper) }
        // Towards the edge, and along it.
        let (out, along) =
            switch edge {
            case .left: (Point(-1, 0), Point(0, 1))
            case .right: (Point(1, 0), Point(0, 1))
            case .top: (Point(0, -1), Point(1, 0))
            case .bottom: (Point(0, 1), Point(1, 0))
            }
        let corners = [(1.3, 0.0), (-0.8, 1.15), (-0.8, -1.15)].map { ahead, aside in
            Point(
                centre.x + radius * (ahead * out.x + aside * along.x),
                centre.y + radius * (ahead * out.y + aside * along.y))
        }
        if sign == .pointer { return [.polygon(corners, color)] }
        let line = Stroke(color, width: 0.9 * plot.strokeScale)
        return [.polygon(corners, paper), .polyline(corners + corners.prefix(2), line)]
    }

    /// On the side of the sign that is inside the plot.
    private func text(_ string: String, at centre: Point, _ radius: Double, _ plot: Plot) -> [Primitive] {
        let theme = plot.typesetter.theme
        let text = Text(string, size: theme.smallSize, color: theme.mutedInk)
        let gap = 2 * radius + 1
        let middle = centre.y + theme.smallSize * Typesetter.middle
        switch edge {
        case .left: return plot.typesetter.onPaper(text, TextPlace(Point(centre.x + gap, middle)))
        case .right: return plot.typesetter.onPaper(text, TextPlace(Point(centre.x - gap, middle), .trailing))
        case .top: return plot.typesetter.onPaper(text, TextPlace(Point(centre.x, middle + gap + 3), .centre))
        case .bottom: return plot.typesetter.onPaper(text, TextPlace(Point(centre.x, middle - gap - 3), .centre))
        }
    }
}
