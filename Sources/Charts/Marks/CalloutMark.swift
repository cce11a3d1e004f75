/// Names beside points, each where it covers neither another name nor what is to be seen; a name without such a place
/// is not drawn.
public struct CalloutMark: Mark {
    public let series: String
    /// The points, the one whose name matters most first.
    public let x: [Double]
    public let y: [Double]
    /// As many as `x` and `y`.
    public let names: [String]
    public var color: Color
    /// Other points that are not to be covered.
    public let others: (x: [Double], y: [Double])
    /// The corners of a line that is not to be covered, whose parts are level or upright.
    public let line: (x: [Double], y: [Double])
    /// Whether names rather go above their points than below.
    public let areAbove: Bool

    public init(
        series: String, x: [Double], y: [Double], names: [String], color: Color,
        others: (x: [Double], y: [Double]) = ([], []), line: (x: [Double], y: [Double]) = ([], []),
        areAbove: Bool = true
    ) {
        precondition(
            x.count == y.count && x.count == names.count,
            "'\(series)' has \(x.count) x, \(y.count) y and \(names.count) names")
        self.series = series
        self.x = x
        self.y = y
        self.names = names
        self.color = color
        self.others = others
        self.line = line
        self.areAbove = areAbove
    }

    public var key: Key? { nil }

    /// The names say what other marks show.
    public var columns: [DataColumn] { [] }

    public func extend(x: inout DataRange, y: inout DataRange) {}

    public var isClipped: Bool { false }

    public func primitives(in plot: Plot) -> [Primitive] {
        let typesetter = plot.typesetter
        let size = typesetter.theme.smallSize
        let lines = typesetter.fitted(names, size: size, to: plot.area.width * 0.34, most: 2)
        let points = plot.points(x: x + others.x, y: y + others.y)
        let corners = plot.points(x: line.x, y: line.y)
        let segments = zip(corners, corners.dropFirst()).map { Self.hull($0, $1) }
        var taken: [Rectangle] = []
        return names.indices.flatMap { index -> [Primitive] in
            guard let point = plot.point(x[index], y[index]), plot.area.grown(by: 1).contains(point) else { return [] }
            let width = lines[index].map { typesetter.width($0, size: size) }.max() ?? 0
            let height = (Double(lines[index].count - 1) * 1.15 + 1.1) * size
            let choices = places(of: width, height, around: point, gap: 5 * plot.strokeScale, step: size)
            let free = choices.enumerated().filter { _, place in
                plot.area.contains(place) && !taken.contains { $0.overlaps(place) }
            }
            func cost(_ number: Int, _ place: Rectangle) -> Double {
                let covered = points.filter { place.grown(by: 2).contains($0) }.count
                let crossed = segments.filter { place.overlaps($0) }.count
                return Double(number) * 0.06 + Double(covered) + 1.5 * Double(crossed)
            }
            let best = free.min { cost($0.offset, $0.element) < cost($1.offset, $1.element) }
            guard let place = best?.element else { return [] }
            taken.append(place)
            return leader(from: point, to: place, plot) + write(lines[index], in: place, plot)
        }
    }

    /// The nearest first: to the left and the right of the point, then on either side of it, then further away.
    private func places(
        of width: Double, _ height: Double, around point: Point, gap: Double, step: Double
    ) -> [Rectangle] {
        func place(_ left: Double, _ middle: Double) -> Rectangle {
            Rectangle(left: left, top: middle - height / 2, width: width, height: height)
        }
        let sides = [point.x - gap - width, point.x + gap]
        let centred = point.x - width / 2
        let off = gap + height / 2
        var places = sides.map { place($0, point.y) }
        for distance in 0..<8 {
            for sign in areAbove ? [-1.0, 1] : [1, -1] {
                let middle = point.y + sign * (off + Double(distance) * step)
                places += ([centred] + sides).map { place($0, middle) }
            }
        }
        return places
    }

    /// From the point to a name that is not beside it.
    private func leader(from point: Point, to place: Rectangle, _ plot: Plot) -> [Primitive] {
        let end = Point(
            min(max(point.x, place.left), place.right), min(max(point.y, place.top), place.bottom))
        let (across, down) = (end.x - point.x, end.y - point.y)
        guard across * across + down * down > 100 * plot.strokeScale * plot.strokeScale else { return [] }
        return [.polyline([point, end], Stroke(color.withOpacity(0.6), width: 0.6 * plot.strokeScale))]
    }

    private func write(_ lines: [String], in place: Rectangle, _ plot: Plot) -> [Primitive] {
        let size = plot.typesetter.theme.smallSize
        return lines.enumerated().flatMap { row, line in
            plot.typesetter.onPaper(
                Text(line, size: size, color: color),
                TextPlace(Point(place.left, place.top + (Double(row) * 1.15 + 0.9) * size)))
        }
    }

    private static func hull(_ one: Point, _ other: Point) -> Rectangle {
        Rectangle(
            left: min(one.x, other.x), top: min(one.y, other.y), width: abs(one.x - other.x),
            height: abs(one.y - other.y))
    }
}
