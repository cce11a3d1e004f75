/// What a canvas can draw.
public enum Primitive: Hashable, Sendable {
    case rectangle(Rectangle, Color)
    /// Colours at even distances from the lower edge to the upper, one passing into the next.
    case gradient(Rectangle, fromBottom: [Color])
    /// Joined points; one point alone draws nothing.
    case polyline([Point], Stroke)
    case polygon([Point], Color)
    case dot(Point, radius: Double, Color)
    case circle(Point, radius: Double, Stroke)
    /// Straight pieces, each from its first point to its second.
    case segments([Segment], Stroke)
    case text(Text, TextPlace)
    /// What is drawn inside the rectangle only.
    indirect case clipped(Rectangle, [Primitive])

    public struct Segment: Hashable, Sendable {
        public let start: Point
        public let end: Point

        public init(_ start: Point, _ end: Point) {
            self.start = start
            self.end = end
        }
    }
}

/// Where a line of text goes.
public struct TextPlace: Hashable, Sendable {
    public enum Alignment: String, Sendable {
        case leading, centre, trailing
    }

    /// The point on the text's base line that the alignment speaks of.
    public let origin: Point
    public let alignment: Alignment
    /// Whether the text is turned to be read from below upwards.
    public let isUpright: Bool

    public init(_ origin: Point, _ alignment: Alignment = .leading, isUpright: Bool = false) {
        self.origin = origin
        self.alignment = alignment
        self.isUpright = isUpright
    }
}
