/// Rectangles along the horizontal axis, each in a row: what happened from when to when.
public struct SpanMark: Mark {
    public let series: String
    /// What to call the spans in the legend; nil: nothing.
    public var label: String?
    /// The number of each span's row.
    public let rows: [Double]
    /// As many as `rows`; a span with NaN is not drawn.
    public let from: [Double]
    public let to: [Double]
    public var color: Color
    /// Of a span, as a part of its row.
    public var thickness: Double

    public init(
        series: String, label: String? = nil, rows: [Double], from: [Double], to: [Double], color: Color,
        thickness: Double = 0.7
    ) {
        precondition(
            rows.count == from.count && rows.count == to.count,
            "'\(series)' has \(rows.count) rows, \(from.count) starts and \(to.count) ends")
        self.series = series
        self.label = label
        self.rows = rows
        self.from = from
        self.to = to
        self.color = color
        self.thickness = thickness
    }

    public var key: Key? { label.map { Key($0, .area(color)) } }

    public var columns: [DataColumn] { [DataColumn("y", rows), DataColumn("from", from), DataColumn("to", to)] }

    public func extend(x: inout DataRange, y: inout DataRange) {
        x.include(from)
        x.include(to)
        y.include(rows.flatMap { [$0 - 0.5, $0 + 0.5] })
    }

    /// What is too short to be seen is drawn as wide as a thin line. Spans that touch are told apart by a line at their
    /// start, since a gap means that nothing happened.
    public func primitives(in plot: Plot) -> [Primitive] {
        let hairline = 0.5 * plot.strokeScale
        let edge = Stroke(color.mixed(with: plot.typesetter.theme.paper, part: 0.6), width: hairline)
        return rows.indices.flatMap { index -> [Primitive] in
            let start = plot.point(from[index], rows[index] - thickness / 2)
            let end = plot.point(to[index], rows[index] + thickness / 2)
            guard var area = plot.rectangle(start, end) else { return [] }
            let hasRoom = area.width > 5 * hairline
            area.width = max(area.width, 0.8 * plot.strokeScale)
            let line = Primitive.Segment(
                Point(area.left + hairline / 2, area.top), Point(area.left + hairline / 2, area.bottom))
            return [.rectangle(area, color)] + (hasRoom ? [.segments([line], edge)] : [])
        }
    }
}
