/// What stands below the plot's axis: that some values are not in the picture.
struct Footer {
    let notes: [String]

    /// - Parameters:
    ///   - x: of all horizontal axes.
    ///   - omitsNames: whether there is too little room for the names of all categories.
    init(x: [PanelScales.Extent], y: [PanelScales.Extent], omitsNames: Bool = false) {
        func count(_ extents: [PanelScales.Extent], _ part: KeyPath<DataRange, Int>) -> Int {
            extents.reduce(0) { $0 + $1.range[keyPath: part] }
        }
        var notes = omitsNames ? ["Some names are left out: there are too many for this size."] : []
        let notFinite = count(x + y, \.notFinite)
        if notFinite > 0 { notes.append("\(Self.values(notFinite, "is", "are")) not finite and not drawn.") }
        for (place, count) in [("above", count(y, \.above)), ("below", count(y, \.below))] where count > 0 {
            notes.append("\(Self.values(count, "lies", "lie")) \(place) the plot.")
        }
        for (direction, extents) in [(Direction.horizontal, x), (.vertical, y)] {
            let notPositive = count(extents, \.notPositive)
            if notPositive > 0 {
                notes.append(
                    "\(Self.values(notPositive, "is", "are")) not above 0 and cannot be drawn on the logarithmic "
                        + "\(direction) axis.")
            }
            if extents.contains(where: Self.isCut) {
                notes.append("Some values lie outside the \(direction) axis.")
            }
        }
        self.notes = notes
    }

    /// Whether the ends that were asked for leave values out.
    private static func isCut(_ extent: PanelScales.Extent) -> Bool {
        let axis = extent.axis
        guard axis.categories == nil, !extent.range.isEmpty else { return false }
        let lower = axis.lowest ?? axis.domain?.lowerBound ?? -.infinity
        let upper = axis.highest ?? axis.domain?.upperBound ?? .infinity
        return extent.range.lower < lower || extent.range.upper > upper
    }

    func primitives(page: Rectangle, typesetter: Typesetter) -> (drawn: [Primitive], height: Double) {
        let theme = typesetter.theme
        let lines = typesetter.wrapped(
            notes.joined(separator: " "), size: theme.smallSize, to: page.width - 2 * theme.margin,
            most: page.height >= 180 ? 2 : 1)
        let lineHeight = theme.smallSize * Typesetter.lineSpacing
        let top = page.bottom - theme.margin - Double(lines.count) * lineHeight
        let drawn = lines.enumerated().map { row, line in
            let baseline = top + Double(row) * lineHeight + theme.smallSize * Typesetter.ascent
            return Primitive.text(
                Text(line, size: theme.smallSize, color: theme.mutedInk), TextPlace(Point(theme.margin, baseline)))
        }
        return (drawn, lines.isEmpty ? 0 : Double(lines.count) * lineHeight + 4)
    }

    private static func values(_ count: Int, _ singular: String, _ plural: String) -> String {
        count == 1 ? "1 value \(singular)" : "\(count) values \(plural)"
    }
}
