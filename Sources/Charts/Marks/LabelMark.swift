/// Words to the right of points; where those of another point stand, above or below that, or to the left.
public struct LabelMark: Mark {
    public let series: String
    public let x: [Double]
    public let y: [Double]
    /// As many as `x` and `y`.
    public let texts: [String]
    public var color: Color
    /// Of each of the words; empty: all have the same.
    public var colors: [Color] = []

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
        var taken: [Rectangle] = []
        return texts.indices.flatMap { index -> [Primitive] in
            guard let point = plot.point(x[index], y[index]), plot.area.grown(by: 1).contains(point) else { return [] }
            let width = plot.typesetter.width(texts[index], size: size)
            func area(_ place: Point) -> Rectangle {
                Rectangle(left: place.x - 1, top: place.y - size * 0.9, width: width + 2, height: size * 1.1)
            }
            let middle = point.y + size * Typesetter.middle
            let places = [
                Point(point.x + 4, middle), Point(point.x + 4, middle - size * 1.15),
                Point(point.x + 4, middle + size * 1.15), Point(point.x - 4 - width, middle),
            ]
            // Without a free place the words are left out, rather than written over others.
            guard let place = places.first(where: { place in !taken.contains { $0.overlaps(area(place)) } }) else {
                return []
            }
            taken.append(area(place))
            let color = colors.isEmpty ? color : colors[index]
            return plot.typesetter.onPaper(Text(texts[index], size: size, color: color), TextPlace(place))
        }
    }
}
