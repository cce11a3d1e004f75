/// Grid, axis line, tick labels and axis titles around a plot.
struct AxesDrawing {
    let plot: Plot
    let cell: PanelGrid.Cell
    let typesetter: Typesetter

    static let tickLength = 3.0
    static let labelGap = 5.0

    private var theme: Theme { typesetter.theme }
    private var x: Ticks { cell.x }
    private var y: Ticks { cell.y }
    private var hasNames: Bool { cell.scales.x.categories != nil }

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
        // A row is followed from its name to its values; columns of names need no lines.
        let isTable = hasNames && cell.scales.y.categories != nil
        let major =
            (!hasNames ? x.major.map { upright($0.position) } : [])
            + (isTable ? [] : y.major.map { level($0.position) })
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
        let ticks =
            !hasNames
            ? x.major.map { tick($0.position, Self.tickLength) } + x.minor.map { tick($0, Self.tickLength / 2) } : []
        // Where there is no vertical axis, its lower end means nothing.
        if cell.scales.x.isHidden || (hasNames && cell.scales.y.isHidden) { return labels + titles }
        let base = Primitive.Segment(Point(area.left, area.bottom), Point(area.right, area.bottom))
        return [.segments([base] + ticks, line)] + labels + titles
    }

    private var labels: [Primitive] {
        let (area, size) = (plot.area, theme.smallSize)
        func text(_ runs: [Text.Run], _ place: TextPlace) -> Primitive {
            .text(Text(runs: runs, size: size, color: theme.mutedInk), place)
        }
        func label(_ tick: Ticks.Tick, _ place: TextPlace) -> Primitive { text(tick.label, place) }
        let below = area.bottom + Self.tickLength + 2
        let columns = x.major.enumerated().map { index, tick in
            let below = below + Double(index % x.rowCount) * size * Typesetter.lineSpacing
            let across = area.left + tick.position * area.width
            return x.areUpright
                ? label(tick, TextPlace(Point(across + size * Typesetter.middle, below), .trailing, isUpright: true))
                : label(tick, TextPlace(Point(across, below + size * Typesetter.ascent), .centre))
        }
        let rows = y.major.flatMap { tick -> [Primitive] in
            let lines = [tick.label] + [tick.secondLine].compactMap(\.self)
            let middle = area.bottom - tick.position * area.height + size * Typesetter.middle
            return lines.enumerated().map { row, line in
                let shift = (Double(row) - Double(lines.count - 1) / 2) * size * CategoryTicks.lineHeight
                return text(line, TextPlace(Point(area.left - Self.labelGap, middle + shift), .trailing))
            }
        }
        return (cell.showsX ? columns : []) + (cell.showsY ? rows : [])
    }

    private var titles: [Primitive] {
        let (area, size) = (plot.area, theme.labelSize)
        func title(_ title: String, _ room: Double, _ place: TextPlace) -> [Primitive] {
            if title.isEmpty { return [] }
            let string = typesetter.shortened(title, size: size, to: room)
            return [.text(Text(string, size: size, color: theme.ink), place)]
        }
        let below = area.bottom + cell.depth - size * (Typesetter.lineSpacing - Typesetter.ascent)
        let left = area.left - Self.left(y, title: cell.yTitle, typesetter: typesetter)
        // A long title may stand beside the horizontal axis' labels too, where these leave room.
        let first = x.major.first.map { area.left + $0.position * area.width } ?? area.left
        let isFree = first - Self.widest([x], typesetter) / 2 > left + size * Typesetter.lineSpacing
        let length = min(
            typesetter.width(cell.yTitle, size: size), area.height + (isFree && cell.showsX ? cell.depth : 0))
        let beside = Point(left + size * Typesetter.ascent, area.top + max(length, area.height) / 2)
        return
            (cell.showsX
            ? title(cell.xTitle, area.width, TextPlace(Point(area.left + area.width / 2, below), .centre)) : [])
            + (cell.showsY
                ? title(cell.yTitle, max(length, area.height), TextPlace(beside, .centre, isUpright: true)) : [])
    }

    /// From the plot's lower edge to the lower edge of the horizontal axis' title.
    static func depth(_ ticks: Ticks, title: String, typesetter: Typesetter) -> Double {
        let theme = typesetter.theme
        let labels =
            ticks.areUpright
            ? widest([ticks], typesetter) : theme.smallSize * Typesetter.lineSpacing * Double(ticks.rowCount)
        return tickLength + 2 + labels + (title.isEmpty ? 0 : 3 + theme.labelSize * Typesetter.lineSpacing)
    }

    /// From the plot's left edge outwards: the vertical axis' title and its tick labels.
    static func left(_ ticks: Ticks, title: String, typesetter: Typesetter) -> Double {
        let room = title.isEmpty ? 0 : typesetter.theme.labelSize * Typesetter.lineSpacing + 5
        return room + widest([ticks], typesetter) + labelGap
    }

    /// Of all labels, level or not.
    static func widest(_ ticks: [Ticks], _ typesetter: Typesetter) -> Double {
        ticks.flatMap(\.major).flatMap { [$0.label, $0.secondLine ?? []] }
            .map { typesetter.width($0, size: typesetter.theme.smallSize) }.max() ?? 0
    }
}
