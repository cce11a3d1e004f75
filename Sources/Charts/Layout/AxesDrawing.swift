/// Grid, axis line, tick labels and axis titles around a plot.
struct AxesDrawing {
    let plot: Plot
    let x: Ticks
    let y: Ticks
    let figure: Figure
    let typesetter: Typesetter

    static let tickLength = 3.0
    static let labelGap = 5.0

    private var theme: Theme { figure.theme }

    /// What lies behind the marks.
    var grid: [Primitive] {
        let area = plot.area
        func upright(_ position: Double) -> Primitive.Segment {
            let x = area.left + position * area.width
            return .init(Point(x, area.top), Point(x, area.bottom))
        }
        func level(_ position: Double) -> Primitive.Segment {
            let y = area.bottom - position * area.height
            return .init(Point(area.left, y), Point(area.right, y))
        }
        let minor = x.minor.map(upright) + y.minor.map(level)
        let major = x.major.map { upright($0.position) } + y.major.map { level($0.position) }
        return [
            minor.isEmpty ? nil : .segments(minor, Stroke(theme.minorGrid, width: 0.5)),
            major.isEmpty ? nil : .segments(major, Stroke(theme.grid, width: 0.6)),
        ].compactMap(\.self)
    }

    /// What lies before the marks: the horizontal axis, and all words.
    var axes: [Primitive] {
        let area = plot.area
        let line = Stroke(theme.axisLine, width: 0.8)
        func tick(_ position: Double, _ length: Double) -> Primitive.Segment {
            let x = area.left + position * area.width
            return .init(Point(x, area.bottom), Point(x, area.bottom + length))
        }
        let ticks = x.major.map { tick($0.position, Self.tickLength) } + x.minor.map { tick($0, Self.tickLength / 2) }
        let base = Primitive.Segment(Point(area.left, area.bottom), Point(area.right, area.bottom))
        return [.segments([base] + ticks, line)] + labels + titles
    }

    private var labels: [Primitive] {
        let (area, size) = (plot.area, theme.smallSize)
        func label(_ tick: Ticks.Tick, _ point: Point, _ alignment: TextPlace.Alignment) -> Primitive {
            .text(Text(runs: tick.label, size: size, color: theme.mutedInk), TextPlace(point, alignment))
        }
        let below = area.bottom + Self.tickLength + 2 + size * Typesetter.ascent
        return x.major.map { label($0, Point(area.left + $0.position * area.width, below), .centre) }
            + y.major.map { tick in
                let middle = area.bottom - tick.position * area.height + size * Typesetter.middle
                return label(tick, Point(area.left - Self.labelGap, middle), .trailing)
            }
    }

    private var titles: [Primitive] {
        let (area, size) = (plot.area, theme.labelSize)
        let below = area.bottom + Self.depth(theme) - size * (Typesetter.lineSpacing - Typesetter.ascent)
        func title(_ axis: Axis, _ room: Double) -> Text {
            Text(typesetter.shortened(axis.title, size: size, to: room), size: size, color: theme.ink)
        }
        return [
            .text(
                title(figure.x, area.width), TextPlace(Point(area.left + area.width / 2, below), .centre)),
            .text(
                title(figure.y, area.height),
                TextPlace(
                    Point(theme.margin + size * Typesetter.ascent, area.top + area.height / 2), .centre,
                    isUpright: true)),
        ]
    }

    /// From the plot's lower edge to the lower edge of the horizontal axis' title.
    static func depth(_ theme: Theme) -> Double {
        tickLength + 2 + theme.smallSize * Typesetter.lineSpacing + 3 + theme.labelSize * Typesetter.lineSpacing
    }

    /// From the page's margin to the plot: the vertical axis' title and its tick labels.
    static func left(_ ticks: Ticks, typesetter: Typesetter) -> Double {
        let theme = typesetter.theme
        let widest = ticks.major.map { typesetter.width($0.label, size: theme.smallSize) }.max() ?? 0
        return theme.labelSize * Typesetter.lineSpacing + 5 + widest + labelGap
    }
}
