/// Leaves out points that cannot be seen, and no spike.
enum PointReduction {
    /// Columns narrower than any dot of a printed page, in points.
    static let columnWidth = 0.24

    /// Of the points in each column of the page its first, lowest, highest and last, in their order.
    ///
    /// Lines that run backwards, and those with few points in a column, are returned as they are.
    static func reduce(_ points: [Point]) -> [Point] {
        guard let first = points.first, let last = points.last else { return points }
        guard Double(points.count) > 4 * max((last.x - first.x) / columnWidth, 1) else { return points }
        guard zip(points, points.dropFirst()).allSatisfy({ $0.x <= $1.x }) else { return points }

        var kept: [Point] = []
        var start = 0
        while start < points.count {
            let column = (points[start].x / columnWidth).rounded(.down)
            var (end, lowest, highest) = (start, start, start)
            while end < points.count, (points[end].x / columnWidth).rounded(.down) == column {
                if points[end].y > points[lowest].y { lowest = end }
                if points[end].y < points[highest].y { highest = end }
                end += 1
            }
            for index in Set([start, lowest, highest, end - 1]).sorted() { kept.append(points[index]) }
            start = end
        }
        return kept
    }
}
