/// A sign at the plot's upper or lower edge for each place without a value that could be drawn.
public struct EdgeMark: Mark {
    public enum Sign: Hashable, Sendable {
        case cross
        /// Pointing out of the plot.
        case arrow
    }

    public let series: String
    public let x: [Double]
    public let isAtTop: Bool
    public var color: Color
    public var sign: Sign
    /// In points.
    public var radius: Double

    public init(
        series: String, x: [Double], isAtTop: Bool, color: Color, sign: Sign = .cross, radius: Double = 2.6
    ) {
        self.series = series
        self.x = x
        self.isAtTop = isAtTop
        self.color = color
        self.sign = sign
        self.radius = radius
    }

    public var key: Key? { nil }

    public var columns: [DataColumn] { [DataColumn("x", x)] }

    public func extend(x range: inout DataRange, y: inout DataRange) { range.include(x) }

    public var isClipped: Bool { false }

    public func primitives(in plot: Plot) -> [Primitive] {
        let radius = radius * plot.strokeScale
        // Clear of the axis' line.
        let y = isAtTop ? plot.area.top + radius + 1 : plot.area.bottom - radius - 1.5
        return x.compactMap { plot.x.position($0) }.filter { (0...1).contains($0) }.flatMap { position in
            primitives(
                at: Point(plot.area.left + position * plot.area.width, y), radius: radius,
                paper: plot.typesetter.theme.paper)
        }
    }

    private func primitives(at centre: Point, radius: Double, paper: Color) -> [Primitive] {
        switch sign {
        case .cross: return DotShape.cross.primitives(at: centre, radius: radius, color: color, paper: paper)
        case .arrow:
            let out = isAtTop ? -radius : radius
            let corners = [(-radius, -out), (radius, -out), (0, out)]
            return [.polygon(corners.map { Point(centre.x + $0.0, centre.y + $0.1) }, color)]
        }
    }
}
