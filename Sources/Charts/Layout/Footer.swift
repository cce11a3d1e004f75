/// What stands below the plot's axis: that some values are not in the picture.
struct Footer {
    let notes: [String]

    /// - Parameter omitsNames: whether there is too little room for the names of all categories.
    init(x: (axis: Axis, range: DataRange), y: (axis: Axis, range: DataRange), omitsNames: Bool = false) {
        var notes = omitsNames ? ["Some names are left out: there are too many for this size."] : []
        let notFinite = x.range.notFinite + y.range.notFinite
        if notFinite > 0 { notes.append("\(Self.values(notFinite, "is", "are")) not finite and not drawn.") }
        for (place, count) in [("above", y.range.above), ("below", y.range.below)] where count > 0 {
            notes.append("\(Self.values(count, "lies", "lie")) \(place) the plot.")
        }
        for (direction, axis, range) in [("horizontal", x.axis, x.range), ("vertical", y.axis, y.range)] {
            if range.notPositive > 0 {
                notes.append(
                    "\(Self.values(range.notPositive, "is", "are")) not above 0 and cannot be drawn on the logarithmic "
                        + "\(direction) axis.")
            }
            if let domain = axis.domain, !range.isEmpty,
                range.lower < domain.lowerBound || range.upper > domain.upperBound
            {
                notes.append("Some values lie outside the \(direction) axis.")
            }
        }
        self.notes = notes
    }

    func primitives(_ figure: Figure, typesetter: Typesetter) -> (drawn: [Primitive], height: Double) {
        let theme = figure.theme
        let page = figure.size.page
        let lines = typesetter.wrapped(
            notes.joined(separator: " "), size: theme.smallSize, to: page.width - 2 * theme.margin, most: 2)
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
