/// What stands to the right of the plot: labels at the ends of lines, or a legend.
enum SideKeys {
    case labels(EndLabels, width: Double)
    case column(Legend, width: Double)

    /// - Parameter most: of the page's width, in points.
    /// - Returns: nil where there is nothing to say.
    init?(_ legend: Legend, in grid: PanelGrid, most: Double, typesetter: Typesetter) {
        guard !legend.entries.isEmpty else { return nil }
        let plot = grid.cells.count == 1 ? grid.cells.first.map(grid.plot) : nil
        if legend.more == 0, let plot,
            let labels = EndLabels(legend.entries, in: plot, room: most, typesetter: typesetter)
        {
            self = .labels(labels, width: min(labels.width, most))
        } else {
            self = .column(legend, width: min(EndLabels.leader + legend.width, most))
        }
    }

    /// Whether names beside the plots leave enough of the page's width for these.
    static func fit(_ page: Rectangle) -> Bool { page.width >= 300 }

    /// In points; labels at ends are never higher than their plot.
    var height: Double {
        switch self {
        case .labels: 0
        case .column(let legend, let width): legend.columnHeight(room: width - EndLabels.leader)
        }
    }

    var width: Double {
        switch self {
        case .labels(_, let width), .column(_, let width): width
        }
    }

    /// - Parameter area: the plot's, now with room beside it.
    func primitives(beside area: Rectangle) -> [Primitive] {
        switch self {
        case .labels(let labels, _):
            return labels.primitives(right: area.right, plotWidth: area.width)
        case .column(let legend, let width):
            return legend.column(
                left: area.right + EndLabels.leader, top: area.top, room: width - EndLabels.leader)
        }
    }

    /// Most of the width belongs to the data.
    static func most(_ width: Double) -> Double { 0.4 * width }
}
