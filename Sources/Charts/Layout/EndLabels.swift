/// Names beside the ends of lines: quicker to read than a legend, where there is room for them.
struct EndLabels {
    private struct Label {
        let key: Key
        let lines: [String]
        /// Where the line ends, 0…1 along the plot.
        let across: Double
        /// The heights on the page of the line's end and of the label's middle.
        let end: Double
        let y: Double
    }

    private let labels: [Label]
    private let typesetter: Typesetter

    /// From the plot to the labels: room for the leaders of those that had to move.
    static let leader = 12.0
    /// From one line of a label to the next, as a multiple of the type's size.
    private static let lineHeight = 1.15

    /// - Parameters:
    ///   - plot: of any width; the labels stay at their heights when the width changes.
    ///   - room: for labels with their leaders; those that are longer take two lines.
    /// - Returns: nil where labels would lie too far from their lines, or where lines end before the plot does.
    init?(_ keys: [Key], in plot: Plot, room: Double, typesetter: Typesetter) {
        guard !keys.isEmpty, keys.count <= Legend.most else { return nil }
        let area = plot.area
        let size = typesetter.theme.smallSize
        let fitted = typesetter.fitted(keys.map(\.label), size: size, to: room - Self.leader, most: 2)
        let rowHeight = size * (Typesetter.lineSpacing + (fitted.contains { $0.count > 1 } ? Self.lineHeight : 0))
        var ends: [(key: Key, lines: [String], across: Double, y: Double)] = []
        for (key, lines) in zip(keys, fitted) {
            guard let end = key.end else { return nil }
            let x = end.x == .infinity ? plot.x.upper : end.x
            guard let point = plot.point(x, end.y) else { return nil }
            let across = (point.x - area.left) / area.width
            guard (0.95...1.001).contains(across), (area.top - 1...area.bottom + 1).contains(point.y) else {
                return nil
            }
            ends.append((key, lines, across, point.y))
        }
        let ordered = ends.enumerated().sorted { ($0.element.y, $0.offset) < ($1.element.y, $1.offset) }.map(\.element)
        let places = Self.spread(ordered.map(\.y), apart: rowHeight, from: area.top, to: area.bottom)
        guard let places, zip(ordered, places).allSatisfy({ abs($0.y - $1) <= 2 * rowHeight }) else { return nil }
        labels = zip(ordered, places).map {
            Label(key: $0.key, lines: $0.lines, across: $0.across, end: $0.y, y: $1)
        }
        self.typesetter = typesetter
    }

    /// The room that the widest label asks for, with its leader.
    var width: Double {
        let widths = labels.flatMap(\.lines).map { typesetter.width($0, size: typesetter.theme.smallSize) }
        return Self.leader + (widths.max() ?? 0)
    }

    func primitives(right: Double, plotWidth: Double) -> [Primitive] {
        let theme = typesetter.theme
        let left = right + Self.leader
        return labels.flatMap { label -> [Primitive] in
            let color = label.key.sample.color.withOpacity(1).legible(on: theme.paper, ink: theme.ink)
            let leader: Primitive = .polyline(
                [
                    Point(right - (1 - label.across) * plotWidth + 2, label.end), Point(right + 4, label.end),
                    Point(left - 3, label.y),
                ], Stroke(label.key.sample.color.withOpacity(0.6), width: 0.6))
            return [leader]
                + label.lines.enumerated().map { row, line in
                    let shift = (Double(row) - Double(label.lines.count - 1) / 2) * Self.lineHeight + Typesetter.middle
                    return .text(
                        Text(line, size: theme.smallSize, color: color),
                        TextPlace(Point(left, label.y + theme.smallSize * shift)))
                }
        }
    }

    /// Places nearest to the wanted ones (ascending) that are `apart` from each other and inside the bounds.
    ///
    /// Neighbours that would touch form a group that sits around its members' mean (pool adjacent violators).
    static func spread(_ wanted: [Double], apart: Double, from lower: Double, to upper: Double) -> [Double]? {
        guard Double(wanted.count - 1) * apart <= upper - lower else { return nil }
        var groups: [(centre: Double, count: Int)] = []
        func place(_ group: (centre: Double, count: Int)) -> (centre: Double, count: Int) {
            let half = Double(group.count - 1) / 2 * apart
            return (min(max(group.centre, lower + half), upper - half), group.count)
        }
        for want in wanted {
            var group = place((centre: want, count: 1))
            while let before = groups.last,
                group.centre - before.centre < Double(group.count + before.count) / 2 * apart
            {
                groups.removeLast()
                let count = group.count + before.count
                let sum = group.centre * Double(group.count) + before.centre * Double(before.count)
                group = place((centre: sum / Double(count), count: count))
            }
            groups.append(group)
        }
        return groups.flatMap { group in
            (0..<group.count).map { group.centre + (Double($0) - Double(group.count - 1) / 2) * apart }
        }
    }
}
