/// What stands above the plot: the title, how to read the figure, and what line styles mean.
struct Header {
    private(set) var primitives: [Primitive] = []
    /// Where the header ends.
    private(set) var bottom: Double

    /// - Parameter rows: keys to explain above the plot, each legend in rows of its own.
    init(_ figure: Figure, rows: [Legend], typesetter: Typesetter) {
        let theme = typesetter.theme
        let page = figure.size.page
        let room = page.width - 2 * theme.margin
        // On a small page the data come first.
        let isRoomy = page.height >= 180
        bottom = theme.margin
        for line in typesetter.wrapped(
            figure.title, size: theme.titleSize, isBold: true, to: room, most: 2)
        {
            add(Text(line, size: theme.titleSize, isBold: true, color: theme.ink), left: theme.margin)
        }
        for line in typesetter.wrapped(figure.subtitle, size: theme.smallSize, to: room, most: isRoomy ? 3 : 1) {
            add(Text(line, size: theme.smallSize, color: theme.mutedInk), left: theme.margin)
        }
        for legend in rows where !legend.entries.isEmpty {
            bottom += 4
            // Most of the page belongs to the data.
            let drawn = legend.limited(to: 0.22 * page.height, room: room).rows(
                left: theme.margin, top: bottom, room: room)
            primitives += drawn.drawn
            bottom += drawn.height
        }
    }

    private mutating func add(_ text: Text, left: Double) {
        primitives.append(.text(text, TextPlace(Point(left, bottom + text.size * Typesetter.ascent))))
        bottom += text.size * Typesetter.lineSpacing
    }
}
