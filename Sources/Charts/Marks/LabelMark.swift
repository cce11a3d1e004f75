/// Words to the right of points.
public struct LabelMark: Mark {
    public let series: String
    public let x: [Double]
    public let y: [Double]
    /// As many as `x` and `y`.
    public let texts: [String]
    public var color: Color

    public init(series: String, x: [Double], y: [Double], texts: [String], color: Color) {
        precondition(
            x.count == y.count && x.count == texts.count,
            "'\(series)' has \(x.count) x, \(y.count) y and \(texts.count) texts")
        self.series = series
        self.x = x
        self.y = y
        self.texts = texts
        self.color = color
    }

    public var key: Key? { nil }

    /// The words say what other marks show.
    public var columns: [DataColumn] { [] }

    public func extend(x: inout DataRange, y: inout DataRange) {}

    public var isClipped: Bool { false }

    /// The words of a point at the plot's edge stand beyond it.
    public func margins(beside width: Double, _ typesetter: Typesetter) -> (left: Double, right: Double) {
        (0, 6 + (texts.map { typesetter.width($0, size: typesetter.theme.smallSize) }.max() ?? 0))
    }

    public func primitives(in plot: Plot) -> [Primitive] {
        let size = plot.typesetter.theme.smallSize
        return texts.indices.flatMap { index -> [Primitive] in
            guard let point = plot.point(x[index], y[index]), plot.area.grown(by: 1).contains(point) else { return [] }
            let place = Point(point.x + 4, point.y + size * Typesetter.middle)
            return plot.typesetter.onPaper(Text(texts[index], size: size, color: color), TextPlace(place))
        }
    }
}
