/// Where everything on a figure's page goes; margins follow from the measured text.
struct FigureLayout {
    let primitives: [Primitive]
    /// Of the figure's size, or higher where that may grow.
    let page: Rectangle
    /// Whether the page has too little room for so many panels.
    let isTooSmall: Bool

    /// What a first try has found out.
    struct Findings: Hashable {
        /// There are more names on an axis than rows or columns; a note has to say so.
        var omitsNames = false
        /// The legend is higher than the room beside the plots, or leaves these too little.
        var hasKeysAbove = false
        /// By how many points the page is higher than its size says.
        var growth = 0.0
    }

    /// Of a usual page's height, the plots have at least so much on one that may grow, and each of several in one column
    /// at least so many points.
    private static let (plotShare, leastPlot) = (0.5, 50.0)
    /// On a page that may not grow, plots and axes have so much before names do.
    private static let leastShare = 0.3
    /// Beyond that no page grows.
    private static let mostGrowth = 3000.0

    init(_ figure: Figure, measure: @escaping (Text) -> Double, findings: Findings = Findings()) {
        let usual = figure.size.page
        let page = Rectangle(
            left: usual.left, top: usual.top, width: usual.width, height: usual.height + findings.growth)
        let theme = figure.theme.fitted(to: usual)
        let typesetter = Typesetter(theme: theme, measure: measure)
        let (panels, x, y) = PanelScales.all(of: figure)

        let legend = Legend(
            Self.keys(figure, theme), most: max(Legend.most, figure.colorKeys.count), typesetter: typesetter)
        let styles = Legend(
            inOrder: figure.styleKeys.map { $0.with($0.sample.scaled(by: theme.strokeScale)) }, typesetter: typesetter)
        let isBeside = SideKeys.fit(page) && !findings.hasKeysAbove
        let header = Header(
            figure, page: page, rows: isBeside ? [styles] : [styles, legend], typesetter: typesetter)
        let footer = Footer(x: x, y: y, omitsNames: findings.omitsNames)
            .primitives(page: page, typesetter: typesetter)

        let end = page.bottom - theme.margin - footer.height
        let free = end - header.bottom - Self.leastShare * page.height
        let names = figure.names.map {
            NameTableDrawing(
                $0, page: page, height: figure.size.mayGrow ? nil : min(NameTableDrawing.most * page.height, free),
                typesetter: typesetter)
        }

        let right = page.right - theme.margin
        var room = Rectangle(
            left: theme.margin, top: header.bottom + theme.plotGap, width: 0,
            height: end - (names?.height ?? 0) - header.bottom - theme.plotGap)
        var (side, bar): (SideKeys?, ColorBarDrawing?) = (nil, nil)
        // The last tick label reaches half its width beyond the plot.
        var overhang = 10.0
        func grid() -> PanelGrid {
            room.width = max(right - max(overhang, (side?.width ?? 0) + (bar?.width ?? 0)) - room.left, 10)
            return PanelGrid(panels, figure, in: room, typesetter: typesetter)
        }
        // What stands beside the plots depends on their height, which may depend on the width that is left to them.
        let most = SideKeys.most(grid().area.width)
        for _ in 0..<2 {
            let grid = grid()
            overhang = max(overhang, grid.overhang)
            if isBeside { side = SideKeys(legend, in: grid, most: most, typesetter: typesetter) }
            bar = figure.colorBar.map { ColorBarDrawing($0, height: grid.area.height, typesetter: typesetter) }
        }
        let plots = grid()
        var found = findings
        let lack = max(
            Self.plotShare * usual.height - plots.area.height,
            figure.columns == 1
                ? plots.cells.map { Self.leastPlot - $0.area.height }.reduce(0, +) : 0)
        if figure.size.mayGrow, lack > 0.5, findings.growth < Self.mostGrowth {
            found.growth += lack
            self = FigureLayout(figure, measure: measure, findings: found)
            return
        }
        found.omitsNames = found.omitsNames || plots.omitsNames
        found.hasKeysAbove = found.hasKeysAbove || (side?.height ?? 0) > room.height || (side != nil && plots.isCramped)
        if found != findings {
            self = FigureLayout(figure, measure: measure, findings: found)
            return
        }
        self.page = page
        isTooSmall = panels.count > 1 && plots.isCramped
        primitives =
            [.rectangle(page, theme.paper)] + header.primitives + plots.primitives
            + (side?.primitives(beside: plots.area) ?? [])
            + (bar?.primitives(beside: plots.area, right: right) ?? [])
            + (names?.primitives(left: theme.margin, bottom: end) ?? []) + footer.drawn
    }

    /// One for each look and name. Where line styles have a meaning of their own, samples of colours are solid.
    private static func keys(_ figure: Figure, _ theme: Theme) -> [Key] {
        let dashesMean = figure.styleKeys.contains { $0.sample != $0.sample.undashed }
        var seen: Set<Key> = []
        return (figure.colorKeys + figure.marks.compactMap(\.key)).filter {
            seen.insert(Key($0.label, $0.sample)).inserted
        }.map { key in
            let sample = key.sample.scaled(by: theme.strokeScale)
            return key.with(dashesMean ? sample.undashed : sample)
        }
    }
}

extension Figure {
    /// Draws the figure on a canvas of its size.
    public func draw(on canvas: inout some Canvas) {
        let measure = canvas.width
        for primitive in FigureLayout(self, measure: measure).primitives { canvas.draw(primitive) }
    }
}
