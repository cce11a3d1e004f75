/// The area between a low and a high value at each x.
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

    /// On a logarithmic axis a low end asks for no room: mean − deviation may come as near to zero as it likes.
    /// What cannot be shown is not counted, since the line that the band is of counts its own.
    public func extend(x range: inout DataRange, y yRange: inout DataRange) {
        range.include(x)
        range.reachEnds()
        if yRange.scale == .linear { yRange.include(low.filter(isShown)) }
        yRange.include(high.filter { isShown($0) && (yRange.scale == .linear || $0 > 0) })
    }

    private func isShown(_ value: Double) -> Bool { value.isFinite && room.contains(value) }

    public func primitives(in plot: Plot) -> [Primitive] {
        // Below the lowest value of a logarithmic axis there is only its lower end.
        let low = plot.y.kind == .log ? zip(low, high).map { $1 > 0 ? max($0, plot.y.lower) : $0 } : low
        var drawn: [Primitive] = []
        var (top, bottom): ([Point], [Point]) = ([], [])
        func close() {
            if top.count > 1 {
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
}
