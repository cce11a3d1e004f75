/// A panel with the axes that it is drawn on, and their scales.
struct PanelScales {
    let panel: Panel
    let x: Axis
    let y: Axis
    let xScale: Scale
    let yScale: Scale
    /// Whether there is nothing to give the axis ticks by.
    let hasNoX: Bool
    let hasNoY: Bool
    /// Whether none of the panel's own values can be shown.
    let isEmpty: Bool

    /// The values along an axis, of one panel or of all that share it.
    struct Extent {
        let axis: Axis
        let range: DataRange
    }

    /// - Returns: the panels, and the extents of the axes in each direction.
    static func all(of figure: Figure) -> (panels: [PanelScales], x: [Extent], y: [Extent]) {
        let own = figure.panels.map { panel in
            var x = DataRange(scale: (panel.x ?? figure.x).scale)
            var y = DataRange(scale: (panel.y ?? figure.y).scale)
            for mark in panel.marks { mark.extend(x: &x, y: &y) }
            return (panel: panel, x: x, y: y)
        }
        var (sharedX, sharedY) = (DataRange(scale: figure.x.scale), DataRange(scale: figure.y.scale))
        for panel in own where panel.panel.x == nil { sharedX.formUnion(panel.x) }
        for panel in own where panel.panel.y == nil { sharedY.formUnion(panel.y) }
        let panels = own.map { own in
            let x = own.panel.x.map { Extent(axis: $0, range: own.x) } ?? Extent(axis: figure.x, range: sharedX)
            let y = own.panel.y.map { Extent(axis: $0, range: own.y) } ?? Extent(axis: figure.y, range: sharedY)
            return PanelScales(
                panel: own.panel, x: x.axis, y: y.axis, xScale: Scale(x.axis, showing: x.range, padding: 0),
                yScale: Scale(y.axis, showing: y.range, padding: 0.05, direction: .vertical),
                hasNoX: x.range.isEmpty, hasNoY: y.range.isEmpty, isEmpty: own.x.isEmpty || own.y.isEmpty)
        }
        return (
            panels,
            [Extent(axis: figure.x, range: sharedX)]
                + own.compactMap { own in own.panel.x.map { Extent(axis: $0, range: own.x) } },
            [Extent(axis: figure.y, range: sharedY)]
                + own.compactMap { own in own.panel.y.map { Extent(axis: $0, range: own.y) } }
        )
    }
}
