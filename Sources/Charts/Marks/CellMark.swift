/// A coloured cell at each pair of whole numbers, on axes of names: a heat map.
public struct CellMark: Mark {
    public let series: String
    /// The number of each cell's column.
    public let columnNumbers: [Double]
    /// The number of each cell's row; as many as of columns.
    public let rowNumbers: [Double]
    /// As many; a cell of NaN stays paper.
    public let values: [Double]
    /// What to write into each cell, where it fits.
    public let texts: [String?]
    public let scale: ColorScale
    /// For cells of which there is more to say, above 0: they have a corner in ink.
    public let corners: DataColumn?

    public init(
        series: String, columns: [Double], rows: [Double], values: [Double], texts: [String?], scale: ColorScale,
        corners: DataColumn? = nil
    ) {
        precondition(
            corners.map { $0.values.count == values.count } ?? true, "'\(series)' has corners for other cells")
        precondition(
            columns.count == rows.count && columns.count == values.count && columns.count == texts.count,
            "'\(series)' has \(columns.count) columns, \(rows.count) rows, \(values.count) values and "
                + "\(texts.count) texts")
        self.series = series
        columnNumbers = columns
        rowNumbers = rows
        self.values = values
        self.texts = texts
        self.scale = scale
        self.corners = corners
    }

    public var key: Key? { nil }

    public var columns: [DataColumn] {
        [DataColumn("x", columnNumbers), DataColumn("y", rowNumbers), DataColumn("value", values)]
            + [corners].compactMap(\.self)
    }

    public func extend(x: inout DataRange, y: inout DataRange) {
        x.include(columnNumbers.flatMap { [$0 - 0.5, $0 + 0.5] })
        y.include(rowNumbers.flatMap { [$0 - 0.5, $0 + 0.5] })
    }

    public func primitives(in plot: Plot) -> [Primitive] {
        var cells: [(area: Rectangle, color: Color, text: String?, hasCorner: Bool)] = []
        for index in values.indices where !values[index].isNaN {
            let (column, row) = (columnNumbers[index], rowNumbers[index])
            let ends = [-0.5, 0.5].map { plot.point(column + $0, row + $0) }
            guard var area = plot.rectangle(ends[0], ends[1]) else { continue }
            // A hair's breadth of paper between cells, where these are large enough.
            if min(area.width, area.height) > 8 { area = area.grown(by: -0.4) }
            let hasCorner = corners.map { $0.values[index] > 0 } ?? false
            cells.append((area, scale.color(of: values[index]), texts[index], hasCorner))
        }
        let drawn =
            cells.map { Primitive.rectangle($0.area, $0.color) }
            + cells.filter(\.hasCorner).map { Self.corner(of: $0.area, Self.ink(on: $0.color), plot) }
        guard let size = textSize(for: cells.compactMap { cell in cell.text.map { (cell.area, $0) } }, plot) else {
            return drawn
        }
        return drawn
            + cells.compactMap { cell in
                guard let text = cell.text else { return nil }
                let origin = Point(
                    cell.area.left + cell.area.width / 2,
                    cell.area.top + cell.area.height / 2 + size * Typesetter.middle)
                return .text(Text(text, size: size, color: Self.ink(on: cell.color)), TextPlace(origin, .centre))
            }
    }

    /// A triangle in the upper right corner.
    private static func corner(of area: Rectangle, _ color: Color, _ plot: Plot) -> Primitive {
        let length = min(7 * plot.strokeScale, area.width / 3, area.height / 3)
        return .polygon(
            [
                Point(area.right - length, area.top), Point(area.right, area.top),
                Point(area.right, area.top + length),
            ], color)
    }

    /// One size in which all texts fit their cells; nil where they would be too small to read.
    private func textSize(for texts: [(area: Rectangle, text: String)], _ plot: Plot) -> Double? {
        let theme = plot.typesetter.theme
        return [1, 0.85].map { theme.smallSize * $0 }.first { size in
            texts.allSatisfy {
                $0.area.height >= size * 1.3 && plot.typesetter.width($0.text, size: size) <= $0.area.width - 3
            }
        }
    }

    /// Black or white, whichever is easier to read.
    private static func ink(on color: Color) -> Color {
        let (black, white) = (Color(hex: 0x111111), Color(hex: 0xFFFFFF))
        return black.contrast(to: color) >= white.contrast(to: color) ? black : white
    }
}
