/// The area between a low and a high value at each x; at an x between gaps a bar with ends.
public struct BandMark: Mark {
    public let series: String
    public let x: [Double]
    /// As many as `x`; NaN where there is no band.
    public let low: [Double]
    public let high: [Double]
    public var color: Color
    /// As of a line.
    public var room: ClosedRange<Double>

    public init(
        series: String, x: [Double], low: [Double], high: [Double], color: Color,
        room: ClosedRange<Double> = -.infinity ... .infinity
    ) {
        precondition(
            x.count == low.count && x.count == high.count,
            "'\(series)' has \(x.count) x, \(low.count) low and \(high.count) high")
        self.series = series
        self.x = x
        self.low = low
        self.high = high
        self.color = color
        self.room = room
    }

    /// The mark with other room.
    public func with(room: ClosedRange<Double>) -> BandMark {
        var mark = self
        mark.room = room
        return mark
    }

    public var key: Key? { nil }

    public var columns: [DataColumn] { [DataColumn("x", x), DataColumn("low", low), DataColumn("high", high)] }

    /// What cannot be shown is not counted, since the line that the band is of counts its own.
    public func extend(x range: inout DataRange, y yRange: inout DataRange) {
        range.include(x)
        range.reachEnds()
        yRange.include((low + high).filter { isShown($0) && (yRange.scale == .linear || $0 > 0) })
    }

    private func isShown(_ value: Double) -> Bool { value.isFinite && room.contains(value) }

    public func primitives(in plot: Plot) -> [Primitive] {
        // Below the lowest value of a logarithmic axis there is only its lower end.
        let low = plot.y.kind == .log ? zip(low, high).map { $1 > 0 ? max($0, plot.y.lower) : $0 } : low
        var drawn: [Primitive] = []
        var (top, bottom): ([Point], [Point]) = ([], [])
        func close() {
            if top.count == 1, let upper = top.first, let lower = bottom.first {
                drawn += errorBar(from: lower, to: upper, plot)
            } else if top.count > 1 {
                let edges = PointReduction.reduce(top) + PointReduction.reduce(bottom).reversed()
                drawn.append(.polygon(edges, color))
            }
            (top, bottom) = ([], [])
        }
        for index in x.indices {
            if let upper = plot.point(x[index], high[index]), let lower = plot.point(x[index], low[index]) {
                top.append(upper)
                bottom.append(lower)
            } else {
                close()
            }
        }
        close()
        return drawn
    }

    private func errorBar(from lower: Point, to upper: Point, _ plot: Plot) -> [Primitive] {
        let arm = 2.4 * plot.strokeScale
        let ends = [lower, upper].map {
            Primitive.Segment(Point($0.x - arm, $0.y), Point($0.x + arm, $0.y))
        }
        // As thin as it is, it must be less transparent than an area.
        let stroke = Stroke(color.withOpacity(max(color.opacity, 0.7)), width: plot.strokeScale)
        return [.segments([.init(lower, upper)] + ends, stroke)]
    }
}
