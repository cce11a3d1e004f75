/// Arrows where lines leave the plot for good, above or below, each with its line's name beside it.
///
/// The name of a line without a label, or without a place near its arrow that is free of names and of other lines, is not
/// written; the legend has it. Arrows of lines that lie outside from their start on stand side by side.
public struct DepartureMark: Mark {
    public let lines: [LineMark]

    public init(of lines: [LineMark]) {
        self.lines = lines
    }

    public var series: String { "departures" }

    public var key: Key? { nil }

    /// No data of its own.
    public var columns: [DataColumn] { [] }

    public func extend(x: inout DataRange, y: inout DataRange) {}

    /// Arrows and names lie inside.
    public var isClipped: Bool { false }

    public func primitives(in plot: Plot) -> [Primitive] {
        let radius = 2.7 * plot.strokeScale
        let departures = spread(
            lines.indices.compactMap { index in
                lines[index].departure(in: plot).map { (index: index, line: lines[index], end: $0) }
            }, radius, plot)
        if departures.isEmpty { return [] }
        let theme = plot.typesetter.theme
        let courses = lines.map { plot.pieces(x: $0.x, y: $0.y) }
        let names = plot.typesetter.fitted(
            departures.map { $0.line.label ?? "" }, size: theme.smallSize, to: plot.area.width * 0.34
        ).map { $0.first ?? "" }
        var drawn: [Primitive] = []
        var taken = departures.map { Self.arrow(at: $0.end.point, radius) }
        for (departure, name) in zip(departures, names) {
            let (line, point) = (departure.line, departure.end.point)
            let color = line.stroke.color.withOpacity(1)
            // The cross of a training that diverged says the same.
            let hasCross = line.cross(in: plot).map { abs($0.x - point.x) < 4 * radius } ?? false
            if !hasCross { drawn += head(at: point, isUpwards: departure.end.isUpwards, radius, color, plot) }
            let width = plot.typesetter.width(name, size: theme.smallSize)
            // A name with a line between it and the edge would seem to be that line's.
            func reach(to area: Rectangle) -> Rectangle {
                let (top, bottom) = (min(area.top, point.y), max(area.bottom, point.y))
                return Rectangle(left: area.left, top: top, width: area.width, height: bottom - top)
            }
            guard !name.isEmpty,
                let place = Self.place(
                    width, beside: departure.end, radius, plot,
                    free: { area in
                        !taken.contains { $0.overlaps(area) }
                            && !courses.enumerated().contains { index, pieces in
                                index != departure.index && pieces.contains { reach(to: area).isCrossed(by: $0) }
                            }
                    })
            else { continue }
            taken.append(place)
            drawn += plot.typesetter.onPaper(
                Text(name, size: theme.smallSize, color: color.legible(on: theme.paper, ink: theme.ink)),
                TextPlace(Point(place.left, place.top + theme.smallSize * 0.9)))
        }
        return drawn
    }

    private typealias Departure = (index: Int, line: LineMark, end: (point: Point, isUpwards: Bool))

    /// With the arrows of what is never inside moved to the right of those before them.
    private func spread(_ departures: [Departure], _ radius: Double, _ plot: Plot) -> [Departure] {
        var taken: [Rectangle] = []
        return departures.map { departure in
            var moved = departure
            let area = plot.area
            if !plot.points(x: departure.line.x, y: departure.line.y).contains(where: { area.grown(by: 1).contains($0) }
            ) {
                moved.end.point.x = max(moved.end.point.x, area.left + radius)
                while taken.contains(where: { $0.overlaps(Self.arrow(at: moved.end.point, radius)) }),
                    moved.end.point.x + 2.6 * radius <= area.right - radius
                {
                    moved.end.point.x += 2.6 * radius
                }
            }
            taken.append(Self.arrow(at: moved.end.point, radius))
            return moved
        }
    }

    private static func arrow(at point: Point, _ radius: Double) -> Rectangle {
        Rectangle(left: point.x - radius, top: point.y - 3 * radius, width: 2 * radius, height: 6 * radius)
    }

    /// Its tip on the edge of the plot.
    private func head(
        at tip: Point, isUpwards: Bool, _ radius: Double, _ color: Color, _ plot: Plot
    ) -> [Primitive] {
        let inwards = isUpwards ? 1.0 : -1
        let x = min(max(tip.x, plot.area.left + radius), plot.area.right - radius)
        let corners = [
            Point(x, tip.y), Point(x + radius, tip.y + inwards * 2.2 * radius),
            Point(x - radius, tip.y + inwards * 2.2 * radius),
        ]
        let rim = Stroke(plot.typesetter.theme.paper, width: 0.9 * plot.strokeScale)
        return [.polyline(corners + corners.prefix(2), rim), .polygon(corners, color)]
    }

    /// To the right of the arrow, else to its left, in the first line that is free from the edge on.
    private static func place(
        _ width: Double, beside end: (point: Point, isUpwards: Bool), _ radius: Double, _ plot: Plot,
        free isFree: (Rectangle) -> Bool
    ) -> Rectangle? {
        let (area, size) = (plot.area, plot.typesetter.theme.smallSize)
        let height = size * 1.1
        for row in 0..<6 {
            let inwards = 1 + Double(row) * height
            let top = end.isUpwards ? end.point.y + inwards : end.point.y - inwards - height
            for left in [end.point.x + 2.4 * radius, end.point.x - 2.4 * radius - width] {
                let place = Rectangle(left: left, top: top, width: width, height: height)
                if area.grown(by: 0.5).contains(place), isFree(place) { return place }
            }
        }
        return nil
    }
}
