extension PanelGrid {
    /// Everything but what stands outside the grid.
    var primitives: [Primitive] {
        cells.flatMap(primitives) + sharedTitles
    }

    private func primitives(of cell: Cell) -> [Primitive] {
        let plot = plot(of: cell)
        let axes = AxesDrawing(plot: plot, cell: cell, typesetter: typesetter)
        var drawn = axes.grid
        var inside: [Primitive] = []
        func clip() {
            if !inside.isEmpty { drawn.append(.clipped(cell.area.grown(by: Self.bleed), inside)) }
            inside = []
        }
        for mark in cell.scales.panel.marks {
            let primitives = mark.primitives(in: plot)
            if mark.isClipped {
                inside += primitives
            } else {
                clip()
                drawn += primitives
            }
        }
        clip()
        drawn += axes.axes
        drawn += title(of: cell)
        if cell.scales.isEmpty { drawn += nothing(in: cell) }
        return drawn
    }

    private func title(of cell: Cell) -> [Primitive] {
        let title = cell.scales.panel.title
        if title.isEmpty { return [] }
        let string = typesetter.shortened(title, size: theme.labelSize, isBold: true, to: cell.area.width)
        let baseline = cell.area.top - titleHeight + theme.labelSize * Typesetter.ascent
        let text = Text(string, size: theme.labelSize, isBold: true, color: theme.ink)
        return [.text(text, TextPlace(Point(cell.area.left, baseline)))]
    }

    private var sharedTitles: [Primitive] {
        let size = theme.labelSize
        func text(_ title: String, _ room: Double) -> Text {
            Text(typesetter.shortened(title, size: size, to: room), size: size, color: theme.ink)
        }
        var drawn: [Primitive] = []
        if !sharedX.isEmpty {
            let below = room.bottom - size * (Typesetter.lineSpacing - Typesetter.ascent)
            let place = TextPlace(Point(area.left + area.width / 2, below), .centre)
            drawn.append(.text(text(sharedX, area.width), place))
        }
        if !sharedY.isEmpty {
            let place = Point(room.left + size * Typesetter.ascent, area.top + area.height / 2)
            drawn.append(.text(text(sharedY, area.height), TextPlace(place, .centre, isUpright: true)))
        }
        return drawn
    }

    private func nothing(in cell: Cell) -> [Primitive] {
        let area = cell.area
        let string = typesetter.shortened("No values to show", size: theme.labelSize, to: area.width)
        return [
            .text(
                Text(string, size: theme.labelSize, color: theme.mutedInk),
                TextPlace(Point(area.left + area.width / 2, area.top + area.height / 2), .centre))
        ]
    }
}
