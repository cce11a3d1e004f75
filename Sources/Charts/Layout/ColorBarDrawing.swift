/// A colour scale's explanation to the right of the plots: all its colours, with ticks and a title.
struct ColorBarDrawing {
    private let bar: ColorBar
    private let ticks: Ticks
    private let typesetter: Typesetter

    private static let gap = 12.0

    private var theme: Theme { typesetter.theme }
    private var thickness: Double { theme.smallSize * 1.2 }
    /// The height of a pointed end.
    private var point: Double { thickness * 0.8 }
    private var labels: Double { AxesDrawing.widest([ticks], typesetter) }

    /// - Parameter height: of the bar, in points.
    init(_ bar: ColorBar, height: Double, typesetter: Typesetter) {
        self.bar = bar
        self.typesetter = typesetter
        let size = typesetter.theme.smallSize
        ticks = Ticks(
            bar.scale.scale, isWhole: false, room: .init(length: height, spacing: 40, gap: 4) { _ in size })
    }

    /// With what is written beside it, and the gap to the plots.
    var width: Double {
        let title = bar.title.isEmpty ? 0 : 4 + theme.labelSize * Typesetter.lineSpacing
        return Self.gap + thickness + AxesDrawing.labelGap + labels + title
    }

    func primitives(beside area: Rectangle, right: Double) -> [Primitive] {
        // Points lie within the height, so that they need no room of their own.
        let (above, below) = (bar.isOpenAbove ? point : 0, bar.isOpenBelow ? point : 0)
        let place = Rectangle(
            left: right - width + Self.gap, top: area.top + above, width: thickness,
            height: area.height - above - below)
        let colors = (0...16).map { bar.scale.color(at: Double($0) / 16) }
        var drawn: [Primitive] = [.gradient(place, fromBottom: colors)]
        for (isOpen, y, tip, part) in [
            (bar.isOpenAbove, place.top, area.top, 1.0), (bar.isOpenBelow, place.bottom, area.bottom, 0),
        ] where isOpen {
            let corners = [
                Point(place.left, y), Point(place.right, y), Point((place.left + place.right) / 2, tip),
            ]
            drawn.append(.polygon(corners, bar.scale.color(at: part)))
        }
        let heights = ticks.major.map { (tick: $0, y: place.bottom - $0.position * place.height) }
        drawn.append(
            .segments(
                heights.map { .init(Point(place.right, $0.y), Point(place.right + AxesDrawing.tickLength, $0.y)) },
                Stroke(theme.axisLine, width: 0.8)))
        drawn += heights.map { tick, y in
            .text(
                Text(runs: tick.label, size: theme.smallSize, color: theme.mutedInk),
                TextPlace(
                    Point(place.right + AxesDrawing.labelGap + labels, y + theme.smallSize * Typesetter.middle),
                    .trailing))
        }
        if bar.title.isEmpty { return drawn }
        let string = typesetter.shortened(bar.title, size: theme.labelSize, to: area.height)
        let baseline = right - theme.labelSize * (Typesetter.lineSpacing - Typesetter.ascent)
        drawn.append(
            .text(
                Text(string, size: theme.labelSize, color: theme.ink),
                TextPlace(Point(baseline, area.top + area.height / 2), .centre, isUpright: true)))
        return drawn
    }
}
