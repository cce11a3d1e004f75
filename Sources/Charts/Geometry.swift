/// A place on the page in points (1/72 inch), from the upper left corner rightwards and downwards.
public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A part of the page, in points.
public struct Rectangle: Hashable, Sendable {
    public var left: Double
    public var top: Double
    public var width: Double
    public var height: Double

    public init(left: Double, top: Double, width: Double, height: Double) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    public var right: Double { left + width }
    public var bottom: Double { top + height }

    /// The rectangle with each side moved outwards by `distance`.
    public func grown(by distance: Double) -> Rectangle {
        Rectangle(
            left: left - distance, top: top - distance, width: width + 2 * distance, height: height + 2 * distance)
    }

    func contains(_ point: Point) -> Bool {
        (left...right).contains(point.x) && (top...bottom).contains(point.y)
    }

    func contains(_ other: Rectangle) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }

    /// Whether the two share a place, if only on their edges.
    func overlaps(_ other: Rectangle) -> Bool {
        left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom
    }
}

extension Rectangle {
    /// Whether a line through the points, one after the other, shares a place with the rectangle.
    func isCrossed(by points: [Point]) -> Bool {
        points.contains(where: contains) || zip(points, points.dropFirst()).contains(where: isCrossed)
    }

    /// Liang and Barsky: what is left of the segment between the sides.
    private func isCrossed(from start: Point, to end: Point) -> Bool {
        var (first, last) = (0.0, 1.0)
        let sides = [
            (end.x - start.x, left - start.x, right - start.x), (end.y - start.y, top - start.y, bottom - start.y),
        ]
        for (run, lower, upper) in sides {
            if run == 0 {
                if lower > 0 || upper < 0 { return false }
                continue
            }
            first = max(first, min(lower / run, upper / run))
            last = min(last, max(lower / run, upper / run))
        }
        return first <= last
    }
}
