/// Bars from a base to a value, each at a position of a linear axis or an axis of names.
public struct BarMark: Mark {
    public let series: String
    /// What to call the bars in the legend; nil: nothing.
    public var label: String?
    /// The one in which the bars grow.
    public let direction: Direction
    /// Where each bar's middle lies in the other direction.
    public let at: [Double]
    /// As many as `at`; NaN where there is no bar.
    public let values: [Double]
    public var base: Double
    /// Of a bar, as a difference of positions; 1 leaves no gap between bars at whole numbers.
    public var thickness: Double
    public var color: Color

    public init(
        series: String, label: String? = nil, direction: Direction, at: [Double], values: [Double], base: Double = 0,
        thickness: Double = 0.7, color: Color
    ) {
        precondition(at.count == values.count, "'\(series)' has \(at.count) positions and \(values.count) values")
        self.series = series
        self.label = label
        self.direction = direction
        self.at = at
        self.values = values
        self.base = base
        self.thickness = thickness
        self.color = color
    }

    public var key: Key? { label.map { Key($0, .area(color)) } }

    public var columns: [DataColumn] {
        direction == .horizontal
            ? [DataColumn("y", at), DataColumn("x", values)] : [DataColumn("x", at), DataColumn("y", values)]
    }

    public func extend(x: inout DataRange, y: inout DataRange) {
        func include(_ along: inout DataRange, _ across: inout DataRange) {
            along.include(values)
            if along.scale == .linear || base > 0 { along.include([base]) }
            along.askForRoom()
            across.include(at.flatMap { [$0 - thickness / 2, $0 + thickness / 2] })
        }
        if direction == .horizontal { include(&x, &y) } else { include(&y, &x) }
    }

    /// On a logarithmic axis a base of 0 is the axis' lower end.
    public func primitives(in plot: Plot) -> [Primitive] {
        let base = plot.shown(base, direction)
        return zip(at, values).compactMap { at, value in
            let start = plot.point(base, at: at - thickness / 2, direction)
            let end = plot.point(value, at: at + thickness / 2, direction)
            return plot.rectangle(start, end).map { .rectangle($0, color) }
        }
    }
}
