/// A mark moved to the side, so that it does not lie on others with the same values.
public struct ShiftedMark: Mark {
    public let mark: any Mark
    /// In points; to the right.
    public let distance: Double

    public init(_ mark: any Mark, by distance: Double) {
        self.mark = mark
        self.distance = distance
    }

    public var series: String { mark.series }

    public var key: Key? { mark.key }

    public var columns: [DataColumn] { mark.columns }

    public func extend(x: inout DataRange, y: inout DataRange) { mark.extend(x: &x, y: &y) }

    public var isClipped: Bool { mark.isClipped }

    public func primitives(in plot: Plot) -> [Primitive] {
        let area = plot.area
        let moved = Rectangle(
            left: area.left + distance * plot.strokeScale, top: area.top, width: area.width, height: area.height)
        return mark.primitives(in: Plot(area: moved, x: plot.x, y: plot.y, typesetter: plot.typesetter))
    }
}
