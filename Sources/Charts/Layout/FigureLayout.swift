/// Where everything on a figure's page goes; margins follow from the measured text.
struct FigureLayout {
    let primitives: [Primitive]

    /// - Parameter omitsNames: whether a note says so; found out by a first try.
    init(_ figure: Figure, measure: @escaping (Text) -> Double, omitsNames: Bool = false) {
        let original = figure
        var figure = figure
        let page = figure.size.page
        figure.theme = figure.theme.fitted(to: page)
        let theme = figure.theme
        let typesetter = Typesetter(theme: theme, measure: measure)

        var (xRange, yRange) = (DataRange(scale: figure.x.scale), DataRange(scale: figure.y.scale))
        for mark in figure.marks { mark.extend(x: &xRange, y: &yRange) }
        let isEmpty = xRange.isEmpty || yRange.isEmpty
        let x = Scale(figure.x, showing: xRange, padding: 0)
        let y = Scale(figure.y, showing: yRange, padding: 0.05, direction: .vertical)

        let legend = Legend(Self.keys(figure), typesetter: typesetter)
        let styles = Legend(
            inOrder: figure.styleKeys.map { $0.with($0.sample.scaled(by: theme.strokeScale)) },
            typesetter: typesetter)
        let isBeside = SideKeys.fit(legend, on: page)
        let header = Header(figure, rows: isBeside ? [styles] : [styles, legend], typesetter: typesetter)
        let footer = Footer(x: (figure.x, xRange), y: (figure.y, yRange), omitsNames: omitsNames)
            .primitives(figure, typesetter: typesetter)
        let top = header.bottom + 9
        let bottom = page.bottom - theme.margin - footer.height

        func rows(_ height: Double) -> Ticks {
            if isEmpty || figure.y.isHidden { return Ticks() }
            if let names = figure.y.categories {
                return CategoryTicks(names: names, scale: y, length: height, typesetter: typesetter)
                    .rows(room: page.width * 0.35)
            }
            let room = Ticks.Room(length: height, spacing: 40, gap: 4) { _ in theme.smallSize }
            return Ticks(y, isWhole: figure.y.isWhole, room: room)
        }
        func columns(_ width: Double) -> Ticks {
            if isEmpty || figure.x.isHidden { return Ticks() }
            if let names = figure.x.categories {
                return CategoryTicks(names: names, scale: x, length: width, typesetter: typesetter)
                    .columns(room: page.height * 0.3)
            }
            let room = Ticks.Room(length: width, spacing: 84, gap: 8) { typesetter.width($0, size: theme.smallSize) }
            return Ticks(x, isWhole: figure.x.isWhole, room: room)
        }
        func widest(_ ticks: Ticks, _ height: Double) -> Rectangle {
            let left = theme.margin + AxesDrawing.left(ticks, title: figure.y.title, typesetter: typesetter)
            // The last tick label reaches half its width beyond the plot.
            return Rectangle(
                left: left, top: top, width: max(page.right - theme.margin - 10 - left, 10), height: height)
        }
        func height(_ ticks: Ticks) -> Double {
            max(bottom - AxesDrawing.depth(ticks, title: figure.x.title, typesetter: typesetter) - top, 10)
        }

        // Upright names make the plot lower, which may change the labels beside it, which change its width.
        var area = widest(rows(height(Ticks())), height(Ticks()))
        var (xTicks, yTicks, side): (Ticks, Ticks, SideKeys?) = (Ticks(), Ticks(), nil)
        for _ in 0..<(figure.x.categories == nil ? 1 : 2) {
            let height = height(xTicks)
            yTicks = rows(height)
            area = widest(yTicks, height)
            side =
                isBeside
                ? SideKeys(legend, in: Plot(area: area, x: x, y: y, typesetter: typesetter), typesetter: typesetter)
                : nil
            area.width = max(area.width - max((side?.width ?? 0) - 10, 0), 10)
            xTicks = columns(area.width)
        }
        if !omitsNames, xTicks.omitsNames || yTicks.omitsNames {
            self = FigureLayout(original, measure: measure, omitsNames: true)
            return
        }

        let plot = Plot(area: area, x: x, y: y, typesetter: typesetter)
        let axes = AxesDrawing(plot: plot, x: xTicks, y: yTicks, figure: figure, typesetter: typesetter)
        let marks = figure.marks.flatMap { $0.primitives(in: plot) }
        var drawn: [Primitive] = [.rectangle(page, theme.paper)] + header.primitives + axes.grid
        // A line along the edge of the plot is drawn in its full width.
        if !marks.isEmpty { drawn.append(.clipped(area.grown(by: 2), marks)) }
        drawn += axes.axes + (side?.primitives(beside: area) ?? []) + footer.drawn
        if isEmpty { drawn.append(Self.nothing(in: area, theme)) }
        primitives = drawn
    }

    /// Where line styles have a meaning of their own, samples of colours are solid.
    private static func keys(_ figure: Figure) -> [Key] {
        figure.marks.compactMap(\.key).map { key in
            let sample = key.sample.scaled(by: figure.theme.strokeScale)
            return key.with(figure.styleKeys.isEmpty ? sample : sample.undashed)
        }
    }

    private static func nothing(in area: Rectangle, _ theme: Theme) -> Primitive {
        .text(
            Text("No values to show", size: theme.labelSize, color: theme.mutedInk),
            TextPlace(Point(area.left + area.width / 2, area.top + area.height / 2), .centre))
    }
}

extension Figure {
    /// Draws the figure on a canvas of its size.
    public func draw(on canvas: inout some Canvas) {
        let measure = canvas.width
        for primitive in FigureLayout(self, measure: measure).primitives { canvas.draw(primitive) }
    }
}
