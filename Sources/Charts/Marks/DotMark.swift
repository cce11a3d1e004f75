/// A dot at each pair of values; none where one of them has no place on the axes.
public struct DotMark: Mark {
    public let series: String
    /// What to call the dots in the legend; nil: nothing.
    public var label: String?
    public let x: [Double]
    /// As many as `x`; NaN where there is none.
    public let y: [Double]
    public var color: Color
    public var shape: DotShape
    /// Of a circle, in points; other shapes cover the same area.
    public var radius: Double

    public init(
        series: String, label: String? = nil, x: [Double], y: [Double], color: Color, shape: DotShape = .circle,
        radius: Double = 3
    ) {
        precondition(x.count == y.count, "'\(series)' has \(x.count) x and \(y.count) y")
        self.series = series
        self.label = label
        self.x = x
        self.y = y
        self.color = color
        self.shape = shape
        self.radius = radius
    }

    public var key: Key? { label.map { Key($0, .dot(shape, radius: radius, color)) } }

    public var columns: [DataColumn] { [DataColumn("x", x), DataColumn("y", y)] }

    public func extend(x range: inout DataRange, y yRange: inout DataRange) {
        range.include(x)
        yRange.include(y)
        range.askForRoom()
        yRange.askForRoom()
    }

    /// A dot at the plot's edge is drawn whole.
    public var isClipped: Bool { false }

    public func primitives(in plot: Plot) -> [Primitive] {
        let radius = radius * plot.strokeScale
        let paper = plot.typesetter.theme.paper
        // Rims of paper in a crowd would hide it, and around what is seen through they would be seen.
        let rim = x.count <= 300 && color.opacity == 1 ? 0.5 * plot.strokeScale : 0
        let area = plot.area.grown(by: 1e-6)
        let inside = plot.points(x: x, y: y).filter {
            $0.x >= area.left && $0.x <= area.right && $0.y >= area.top && $0.y <= area.bottom
        }
        return Self.visible(inside, opacity: color.opacity).flatMap {
            shape.primitives(at: $0, radius: radius, color: color, paper: paper, rim: rim)
        }
    }

    /// Of very many opaque dots those that do not lie under another to a fraction of any printer's dot.
    private static func visible(_ points: [Point], opacity: Double) -> [Point] {
        guard points.count > 5000, opacity == 1 else { return points }
        var taken: Set<Point> = []
        return points.filter { taken.insert(Point(($0.x * 8).rounded(), ($0.y * 8).rounded())).inserted }
    }
}
