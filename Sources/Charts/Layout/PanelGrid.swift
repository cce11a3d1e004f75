import Foundation

/// Panels in rows, with plots of one size: small multiples, or a single plot.
///
/// Tick labels that would only repeat those of a neighbour are left out; the title of a shared axis stands once.
struct PanelGrid {
    struct Cell {
        let scales: PanelScales
        let row: Int
        let column: Int
        /// Whether the axis is written on here, and not on a neighbour.
        let showsX: Bool
        let showsY: Bool
        /// The axis' title, if it stands here; that of a shared axis stands once for all.
        let xTitle: String
        let yTitle: String
        var x = Ticks()
        var y = Ticks()
        /// From the plots of the row to the lower edge of their axes' titles.
        var depth = 0.0
        var area = Rectangle(left: 0, top: 0, width: 0, height: 0)
    }

    private(set) var cells: [Cell]
    /// From the first plot's upper left corner to the lower right one of the last.
    private(set) var area = Rectangle(left: 0, top: 0, width: 0, height: 0)
    private let columns: Int
    private let rows: Int
    let room: Rectangle
    let typesetter: Typesetter
    /// Of shared axes, where there are several panels; empty: none.
    let sharedX: String
    let sharedY: String
    /// The most that any round of arranging asked for, so that rounds do not swing between two answers.
    private var depths: [Double]
    private var columnGap = 12.0

    /// How far beyond a plot its marks are drawn, so that a line along the edge has its full width.
    static let bleed = 2.0

    var theme: Theme { typesetter.theme }
    /// Of a panel, with the gap to its plot.
    var titleHeight: Double { theme.labelSize * Typesetter.lineSpacing + 3 }

    /// - Parameter room: for the plots with all that is written around them.
    init(_ panels: [PanelScales], _ figure: Figure, in room: Rectangle, typesetter: Typesetter) {
        let usual = figure.columns ?? Self.columns(for: panels.count, in: room)
        self.init(panels, figure, columns: usual, in: room, typesetter: typesetter)
        // Wider plots may spare the reader names that are turned.
        for columns in stride(from: usual - 1, to: 0, by: -1) where cells.contains(where: \.x.areUpright) {
            let other = PanelGrid(panels, figure, columns: columns, in: room, typesetter: typesetter)
            if other.cells.allSatisfy({ !$0.x.areUpright && $0.area.height >= 50 }) { self = other }
        }
    }

    private init(
        _ panels: [PanelScales], _ figure: Figure, columns: Int, in room: Rectangle, typesetter: Typesetter
    ) {
        let isAlone = panels.count == 1
        self.columns = columns
        rows = (panels.count + columns - 1) / columns
        depths = Array(repeating: 0, count: rows)
        self.room = room
        self.typesetter = typesetter
        cells = panels.enumerated().map { index, scales in
            let (ownX, ownY) = (isAlone || scales.panel.x != nil, isAlone || scales.panel.y != nil)
            return Cell(
                scales: scales, row: index / columns, column: index % columns,
                showsX: !scales.x.isHidden && (ownX || index + columns >= panels.count),
                showsY: !scales.y.isHidden && (ownY || index.isMultiple(of: columns)),
                xTitle: ownX ? scales.x.title : "", yTitle: ownY ? scales.y.title : "")
        }
        let hasSharedX = !isAlone && !figure.x.isHidden && panels.contains { $0.panel.x == nil }
        let hasSharedY = !isAlone && !figure.y.isHidden && panels.contains { $0.panel.y == nil }
        sharedX = hasSharedX ? figure.x.title : ""
        sharedY = hasSharedY ? figure.y.title : ""
        // Labels need room, which the plots lose, which changes their labels; the second round rarely changes any.
        for _ in 0..<3 { arrange() }
    }

    /// Whether there is too little room for the names of all categories.
    var omitsNames: Bool { cells.contains { $0.x.omitsNames || $0.y.omitsNames } }

    /// How far level labels reach beyond the right edge of the last plots.
    var overhang: Double {
        cells.filter { $0.showsX && $0.column == columns - 1 }.map { overhang(of: $0, isRight: true) }.max() ?? 0
    }

    /// How far level labels reach beyond the farther, or the right, end of their axis.
    private func overhang(of cell: Cell, isRight: Bool) -> Double {
        if cell.x.areUpright { return 0 }
        return cell.x.major.map { tick in
            let free = isRight ? 1 - tick.position : min(tick.position, 1 - tick.position)
            return typesetter.width(tick.label, size: theme.smallSize) / 2 - free * cell.area.width
        }.max() ?? 0
    }

    private func overhang(of cell: Cell) -> Double { overhang(of: cell, isRight: false) }

    /// Whether plots are too small to show anything.
    var isCramped: Bool { cells.contains { $0.area.width < 24 || $0.area.height < 15 } }

    func plot(of cell: Cell) -> Plot {
        Plot(area: cell.area, x: cell.scales.xScale, y: cell.scales.yScale, typesetter: typesetter)
    }

    /// The number that brings plots nearest to the shape that curves are read best in, with few places left empty.
    static func columns(for count: Int, in room: Rectangle) -> Int {
        func cost(_ columns: Int) -> Double {
            let rows = (count + columns - 1) / columns
            // What is written around a plot takes about as much of its width as of its height.
            let shape = (room.width / Double(columns) - 20) / max(room.height / Double(rows) - 20, 1)
            let empty = Double(columns * rows - count) / Double(columns * rows)
            return abs(log(max(shape, 0.01) / 1.1)) + 2 * empty
        }
        return (1...max(count, 1)).min { cost($0) < cost($1) } ?? 1
    }

    private mutating func arrange() {
        let titles = (0..<rows).map { row in
            cells.contains { $0.row == row && !$0.scales.panel.title.isEmpty } ? titleHeight : 0
        }
        for cell in cells where cell.showsX {
            let depth = AxesDrawing.depth(cell.x, title: cell.xTitle, typesetter: typesetter)
            depths[cell.row] = max(depths[cell.row], depth)
        }
        let rowGap = 9.0
        let sharedTitle = sharedX.isEmpty ? 0 : 3 + theme.labelSize * Typesetter.lineSpacing
        let used = (titles + depths).reduce(0, +) + rowGap * Double(rows - 1) + sharedTitle
        let height = max((room.height - used) / Double(rows), 10)
        let sharedY = cells.first { $0.scales.panel.y == nil }.map { ticksY($0.scales, length: height) }
        for index in cells.indices {
            let isOwn = cells[index].scales.panel.y != nil
            cells[index].y = (isOwn ? nil : sharedY) ?? ticksY(cells[index].scales, length: height)
        }

        var leads = (0..<columns).map { column in
            cells.filter { $0.column == column && $0.showsY }
                .map { AxesDrawing.left($0.y, title: $0.yTitle, typesetter: typesetter) }.max() ?? 0
        }
        let margins = cells.flatMap { cell in
            cell.scales.panel.marks.map { $0.margins(beside: room.width / Double(columns), typesetter) }
        }
        let tail = margins.map(\.right).max() ?? 0
        for column in leads.indices { leads[column] += margins.map(\.left).max() ?? 0 }
        if !self.sharedY.isEmpty { leads[0] += theme.labelSize * Typesetter.lineSpacing + 5 }
        columnGap = max(
            columnGap, AxesDrawing.widest(cells.filter(\.showsX).map(\.x), typesetter) + 10,
            2 * (cells.filter(\.showsX).map(overhang).max() ?? 0) + 6)
        let width = max(
            (room.width - leads.reduce(0, +) - tail - columnGap * Double(columns - 1)) / Double(columns), 10)
        let sharedX = cells.first { $0.scales.panel.x == nil }.map { ticksX($0.scales, length: width) }
        for index in cells.indices {
            let cell = cells[index]
            cells[index].x = (cell.scales.panel.x == nil ? sharedX : nil) ?? ticksX(cell.scales, length: width)
            let left = leads[...cell.column].reduce(room.left, +) + Double(cell.column) * (width + columnGap)
            let above = titles[...cell.row].reduce(0, +) + depths[..<cell.row].reduce(0, +)
            let top = room.top + above + Double(cell.row) * (height + rowGap)
            cells[index].depth = depths[cell.row]
            cells[index].area = Rectangle(left: left, top: top, width: width, height: height)
        }
        guard let first = cells.first?.area, let last = cells.last?.area else { return }
        let right = cells.map(\.area.right).max() ?? first.right
        area = Rectangle(
            left: first.left, top: first.top, width: right - first.left, height: last.bottom - first.top)
    }

    private func ticksY(_ scales: PanelScales, length: Double) -> Ticks {
        if scales.hasNoX || scales.hasNoY || scales.y.isHidden { return Ticks() }
        let size = theme.smallSize
        if let names = scales.y.categories {
            let ticks = CategoryTicks(
                names: names, borders: scales.y.borders, scale: scales.yScale, length: length, typesetter: typesetter)
            return ticks.rows(room: room.width * 0.45 / Double(columns))
        }
        let room = Ticks.Room(length: length, spacing: size * (cells.count == 1 ? 3.5 : 3), gap: 4) { _ in size }
        return Ticks(scales.yScale, isWhole: scales.y.isWhole, room: room)
    }

    private func ticksX(_ scales: PanelScales, length: Double) -> Ticks {
        if scales.hasNoX || scales.hasNoY || scales.x.isHidden { return Ticks() }
        if let names = scales.x.categories {
            let ticks = CategoryTicks(
                names: names, borders: scales.x.borders, scale: scales.xScale, length: length, typesetter: typesetter)
            return ticks.columns(room: room.height * 0.35 / Double(rows))
        }
        let room = Ticks.Room(
            length: length, spacing: theme.smallSize * 5, gap: theme.smallSize
        ) {
            typesetter.width($0, size: theme.smallSize)
        }
        if let values = scales.x.ticks, let ticks = Ticks(values, on: scales.xScale, room: room) { return ticks }
        return Ticks(scales.xScale, isWhole: scales.x.isWhole, room: room)
    }
}
