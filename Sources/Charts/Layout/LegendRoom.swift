/// How many names a figure's legend has room for. Lines in colour beyond that nobody could name.
public enum LegendRoom {
    /// Of the page's height, at least about so much is the plots'.
    private static let plots = 0.5

    /// Counted from the first label, with letters as wide as in a wide font; at least 1 if there is any.
    public static func count(of labels: [String], on size: FigureSize, theme: Theme) -> Int {
        let page = size.page
        let theme = theme.fitted(to: page)
        let typesetter = Typesetter(theme: theme) { Double($0.plain.count) * $0.size * 0.6 }
        let keys = labels.map { Key($0, Stroke(theme.ink, width: 1)) }
        let room = page.width - 2 * theme.margin
        func fits(_ count: Int) -> Bool {
            let legend = Legend(Array(keys.prefix(count)), typesetter: typesetter)
            if !SideKeys.fit(page) { return legend.limited(to: height(on: page, theme), room: room).more == 0 }
            let width = min(legend.width, SideKeys.most(room) - EndLabels.leader)
            let subtitle = 2 * theme.smallSize * Typesetter.lineSpacing
            return legend.columnHeight(room: width) <= page.height - frame(theme) - subtitle
        }
        return (1...max(min(labels.count, Legend.most), 1)).last(where: fits) ?? 1
    }

    /// What a legend above the plots may have of the page, in points.
    static func height(on page: Rectangle, _ theme: Theme) -> Double {
        (1 - plots) * page.height - frame(theme)
    }

    /// What stands around the plots beside names: a title, a line below it, a row of styles, an axis.
    private static func frame(_ theme: Theme) -> Double {
        let lines = (theme.titleSize + 2 * theme.smallSize + theme.labelSize) * Typesetter.lineSpacing
        let axis = AxesDrawing.tickLength + 5
        return 2 * theme.margin + lines + theme.smallSize * Legend.rowSpacing + 2 * Header.rowGap(theme)
            + theme.plotGap + axis
    }
}
