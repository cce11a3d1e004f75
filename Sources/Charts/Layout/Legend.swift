/// The explanation of a figure's strokes: entries in a column beside the plot, or in rows above it.
struct Legend {
    private(set) var entries: [Key]
    /// How many more there are than entries.
    private(set) var more: Int
    /// The place of each entry among the keys as given, which are given by how much they matter.
    private var ranks: [Int]
    let typesetter: Typesetter

    /// More than that nobody reads.
    static let most = 16
    /// From one row to the next, as a multiple of the text's size.
    static let rowSpacing = 1.5

    private var size: Double { typesetter.theme.smallSize }
    private var rowHeight: Double { size * Self.rowSpacing }
    /// From a line of a label to its next.
    private var lineHeight: Double { size * 1.2 }
    private var sampleWidth: Double { size * 2.25 }
    /// From an entry's start to its label.
    private var indent: Double { size * 2.9 }

    private var rest: String { "… and \(more) more" }

    /// The first keys, ordered as their marks end, from the top down.
    init(_ keys: [Key], most: Int = Self.most, typesetter: Typesetter) {
        let shown = keys.prefix(keys.count == most + 1 ? keys.count : most)
        let ordered = shown.enumerated().sorted { one, other in
            let (first, second) = (one.element.end?.y ?? -.infinity, other.element.end?.y ?? -.infinity)
            return first == second ? one.offset < other.offset : first > second
        }
        entries = ordered.map(\.element)
        ranks = ordered.map(\.offset)
        more = keys.count - shown.count
        self.typesetter = typesetter
    }

    /// Entries as given, for rows.
    init(inOrder keys: [Key], typesetter: Typesetter) {
        entries = keys
        ranks = Array(keys.indices)
        more = 0
        self.typesetter = typesetter
    }

    /// The room that the widest entry asks for.
    var width: Double {
        max(
            entries.map { indent + typesetter.width($0.label, size: size) }.max() ?? 0,
            more > 0 ? typesetter.width(rest, size: size) : 0)
    }

    /// Of a column in which long labels have `room` to break into.
    func columnHeight(room: Double) -> Double {
        entries.reduce(more > 0 ? rowHeight : 0) { $0 + height(of: $1, room: room) }
    }

    /// Entries one below the other; labels too long for `room` take two lines.
    func column(left: Double, top: Double, room: Double) -> [Primitive] {
        var drawn: [Primitive] = []
        var y = top
        for key in entries {
            drawn += entry(key, left: left, top: y, room: room, most: 2)
            y += height(of: key, room: room)
        }
        if more > 0 { drawn.append(restText(left: left, top: y)) }
        return drawn
    }

    /// A label's lines, cut where there is too little room, but so that it stays different from the others.
    private func lines(of key: Key, room: Double, most: Int) -> [String] {
        let fitted = typesetter.fitted(entries.map(\.label), size: size, to: room - indent, most: most)
        return entries.firstIndex(of: key).map { fitted[$0] } ?? []
    }

    private func height(of key: Key, room: Double) -> Double {
        rowHeight + Double(max(lines(of: key, room: room, most: 2).count, 1) - 1) * lineHeight
    }

    /// The legend with as many of the first keys as `height` has rows for, side by side; at least one.
    func limited(to height: Double, room: Double) -> Legend {
        var legend = self
        while legend.entries.count > 1, legend.rows(left: 0, top: 0, room: room).height > max(height, rowHeight) {
            guard let last = legend.ranks.max(), let place = legend.ranks.firstIndex(of: last) else { break }
            legend.entries.remove(at: place)
            legend.ranks.remove(at: place)
            legend.more += 1
        }
        return legend
    }

    /// Entries side by side, with a new row where `room` ends.
    ///
    /// - Returns: what to draw, and the height of all rows.
    func rows(left: Double, top: Double, room: Double) -> (drawn: [Primitive], height: Double) {
        var drawn: [Primitive] = []
        var (x, y) = (left, top)
        func makeRoom(for width: Double) {
            if x > left, x + width > left + room { (x, y) = (left, y + rowHeight) }
        }
        for key in entries {
            let width = min(indent + typesetter.width(key.label, size: size), room)
            makeRoom(for: width)
            drawn += entry(key, left: x, top: y, room: room, most: 1)
            x += width + 1.75 * size
        }
        if more > 0 {
            makeRoom(for: typesetter.width(rest, size: size))
            drawn.append(restText(left: x, top: y))
        }
        return (drawn, entries.isEmpty ? 0 : y - top + rowHeight)
    }

    private func entry(_ key: Key, left: Double, top: Double, room: Double, most: Int) -> [Primitive] {
        let baseline = top + size * Typesetter.ascent
        let middle = baseline - size * Typesetter.middle
        return sample(of: key, left: left, middle: middle)
            + lines(of: key, room: room, most: most).enumerated().map { number, line in
                .text(
                    Text(line, size: size, color: typesetter.theme.ink),
                    TextPlace(Point(left + indent, baseline + Double(number) * lineHeight)))
            }
    }

    private func sample(of key: Key, left: Double, middle: Double) -> [Primitive] {
        switch key.sample {
        case .line(let stroke): return [.polyline([Point(left, middle), Point(left + sampleWidth, middle)], stroke)]
        case .dot(let shape, let radius, let color):
            let centre = Point(left + sampleWidth / 2, middle)
            return shape.primitives(
                at: centre, radius: min(radius, size * 0.45), color: color, paper: typesetter.theme.paper)
        case .area(let color):
            let height = size * 0.8
            return [
                .rectangle(
                    Rectangle(left: left, top: middle - height / 2, width: sampleWidth, height: height), color)
            ]
        }
    }

    private func restText(left: Double, top: Double) -> Primitive {
        .text(
            Text(rest, size: size, color: typesetter.theme.mutedInk),
            TextPlace(Point(left, top + size * Typesetter.ascent)))
    }
}
