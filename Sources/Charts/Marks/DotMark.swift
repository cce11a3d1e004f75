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
    /// How far to each side dots may be moved off their place so that they do not lie on each other, as a part of the
    /// axis.
    public var jitter = 0.0

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
        return Self.visible(spread(inside, in: plot), opacity: color.opacity).flatMap {
            shape.primitives(at: $0, radius: radius, color: color, paper: paper, rim: rim)
        }
    }

    /// Moved sideways, but for the first, each dot differently from those near it (multiples of the golden ratio).
    private func spread(_ points: [Point], in plot: Plot) -> [Point] {
        if jitter == 0 { return points }
        return points.enumerated().map { index, point in
            let part = (0.5 + Double(index) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
            let x = point.x + (2 * part - 1) * jitter * plot.area.width
            return Point(min(max(x, plot.area.left), plot.area.right), point.y)
        }
    }

    /// Of very many opaque dots those that do not lie under another to a fraction of any printer's dot.
    private static func visible(_ points: [Point], opacity: Double) -> [Point] {
        guard points.count > 5000, opacity == 1 else { return points }
        var taken: Set<Point> = []
        return points.filter { taken.insert(Point(($0.x * 8).rounded(), ($0.y * 8).rounded())).inserted }
    }
}
