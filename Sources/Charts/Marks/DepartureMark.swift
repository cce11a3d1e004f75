/// Arrows where lines leave the plot for good, above or below, each with its line's name beside it.
///
/// The name of a line without a label, or without a free place near its arrow, is not written.
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
        let departures = lines.compactMap { line in line.departure(in: plot).map { (line: line, end: $0) } }
        if departures.isEmpty { return [] }
        let theme = plot.typesetter.theme
        let radius = 2.7 * plot.strokeScale
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
            guard !name.isEmpty,
                let place = Self.place(
                    width, beside: departure.end, radius, plot,
                    free: { area in
                        !taken.contains { $0.overlaps(area) }
                    })
            else { continue }
            taken.append(place)
            drawn += plot.typesetter.onPaper(
                Text(name, size: theme.smallSize, color: color.legible(on: theme.paper, ink: theme.ink)),
                TextPlace(Point(place.left, place.top + theme.smallSize * 0.9)))
        }
        return drawn
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
