import Foundation

/// What stands above the plot: the title, how to read the figure, and what line styles mean.
struct Header {
    private(set) var primitives: [Primitive] = []
    /// Where the header ends.
    private(set) var bottom: Double

    /// - Parameter rows: keys to explain above the plot, each legend in rows of its own; all of them on a page that may
    ///   grow.
    init(_ figure: Figure, page: Rectangle, rows: [Legend], typesetter: Typesetter) {
        let theme = typesetter.theme
        let room = page.width - 2 * theme.margin
        bottom = theme.margin
        let titleRows = Int(Self.titleShare * page.height / (theme.titleSize * Typesetter.lineSpacing))
        for line in Self.title(figure.title, room: room, most: min(max(titleRows, 1), 4), typesetter) {
            add(Text(line, size: theme.titleSize, isBold: true, color: theme.ink), left: theme.margin)
        }
        // On a small page the data come first.
        for line in Self.subtitle(figure.subtitle, room: room, most: page.height >= 216 ? 3 : 1, typesetter) {
            add(Text(line, size: theme.smallSize, color: theme.mutedInk), left: theme.margin)
        }
        for legend in rows where !legend.entries.isEmpty {
            bottom += Self.rowGap(theme)
            let height = figure.size.mayGrow ? .infinity : LegendRoom.height(on: page, theme)
            let drawn = legend.limited(to: height, room: room).rows(left: theme.margin, top: bottom, room: room)
            primitives += drawn.drawn
            bottom += drawn.height
        }
    }

    /// Above each legend.
    static func rowGap(_ theme: Theme) -> Double { theme.margin * 0.4 }

    /// Of the page's height, a title takes no more, and never more than four lines.
    private static let titleShare = 0.3

    /// All that the title says, within reason: a person may have written it.
    private static func title(_ title: String, room: Double, most: Int, _ typesetter: Typesetter) -> [String] {
        let size = typesetter.theme.titleSize
        func width(_ string: String) -> Double { typesetter.width(string, size: size, isBold: true) }
        // A name of one long word breaks where the line ends.
        let words = title.split(separator: " ").flatMap { word -> [String] in
            var pieces = [""]
            for character in word {
                let longer = pieces[pieces.count - 1] + String(character)
                if width(longer) > room, longer.count > 1 {
                    pieces.append(String(character))
                } else {
                    pieces[pieces.count - 1] = longer
                }
            }
            return pieces
        }
        return typesetter.wrapped(words.joined(separator: " "), size: size, isBold: true, to: room, most: most)
    }

    /// As many whole sentences as `most` lines hold.
    private static func subtitle(_ subtitle: String, room: Double, most: Int, _ typesetter: Typesetter) -> [String] {
        let sentences = subtitle.components(separatedBy: ". ")
        func lines(_ count: Int, most: Int) -> [String] {
            let text = sentences.prefix(count).joined(separator: ". ") + (count < sentences.count ? ". …" : "")
            return typesetter.wrapped(text, size: typesetter.theme.smallSize, to: room, most: most)
        }
        let count = (1...sentences.count).last { lines($0, most: most + 1).count <= most }
        return lines(count ?? 1, most: most)
    }

    private mutating func add(_ text: Text, left: Double) {
        primitives.append(.text(text, TextPlace(Point(left, bottom + text.size * Typesetter.ascent))))
        bottom += text.size * Typesetter.lineSpacing
    }
}
