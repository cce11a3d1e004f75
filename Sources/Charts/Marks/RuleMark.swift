/// A straight line across the plot at one value: a reference to compare with.
public struct RuleMark: Mark {
    public let series: String
    /// What to call it: beside the plot or in the legend for a horizontal line, at its upper end for a vertical one.
    public var label: String?
    /// The one along which the line runs.
    public let direction: Direction
    /// A height for a horizontal line, otherwise an x.
    public let at: Double
    public var stroke: Stroke

    public init(series: String, label: String? = nil, direction: Direction, at: Double, stroke: Stroke) {
        self.series = series
        self.label = label
        self.direction = direction
        self.at = at
        self.stroke = stroke
    }

    public var key: Key? {
        guard let label, direction == .horizontal else { return nil }
        return Key(label, stroke, end: at.isFinite ? Key.End(x: .infinity, y: at) : nil)
    }

    public var columns: [DataColumn] { [DataColumn(direction == .horizontal ? "y" : "x", [at])] }

    public func extend(x: inout DataRange, y: inout DataRange) {
        if direction == .horizontal { y.include([at]) } else { x.include([at]) }
    }

    public func primitives(in plot: Plot) -> [Primitive] {
        let area = plot.area
        let stroke = stroke.scaled(by: plot.strokeScale)
        switch direction {
        case .horizontal:
            guard let place = plot.y.position(at), (0...1).contains(place) else { return [] }
            let y = area.bottom - place * area.height
            return [.polyline([Point(area.left, y), Point(area.right, y)], stroke)]
        case .vertical:
            guard let place = plot.x.position(at), (0...1).contains(place) else { return [] }
            let x = area.left + place * area.width
            return [.polyline([Point(x, area.top), Point(x, area.bottom)], stroke)] + name(at: x, in: plot)
        }
    }

    /// On the side where there is more room.
    private func name(at x: Double, in plot: Plot) -> [Primitive] {
        guard let label else { return [] }
        let (area, theme) = (plot.area, plot.typesetter.theme)
        let (size, gap) = (theme.smallSize, 4.0)
        let isRight = x < area.left + area.width / 2
        let string = plot.typesetter.shortened(
            label, size: size, to: (isRight ? area.right - x : x - area.left) - 2 * gap)
        let color = stroke.color.withOpacity(1).legible(on: theme.paper, ink: theme.ink)
        let origin = Point(x + (isRight ? gap : -gap), area.top + size * Typesetter.ascent)
        return plot.typesetter.onPaper(
            Text(string, size: size, color: color), TextPlace(origin, isRight ? .leading : .trailing))
    }
}
