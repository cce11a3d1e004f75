/// Something drawn between a figure's axes from columns of data.
public protocol Mark: Sendable {
    /// Names the data in tables; marks with one name are parts of one thing, as a line and its band.
    var series: String { get }

    /// What the legend or a label at the end says; nil: nothing.
    var key: Key? { get }

    /// The columns that are drawn, for a table: first the one that says where (`x`; `y` for what lies in rows), all of
    /// one length.
    var columns: [DataColumn] { get }

    /// Adds the values that must have room on each axis.
    func extend(x: inout DataRange, y: inout DataRange)

    /// Whether what reaches beyond the plot is cut off. A mark that is not clipped draws nothing that lies outside.
    var isClipped: Bool { get }

    /// How much room it asks for to the left and to the right of a plot that is at most `width` points wide.
    func margins(beside width: Double, _ typesetter: Typesetter) -> (left: Double, right: Double)

    /// The mark as it looks in `plot`.
    func primitives(in plot: Plot) -> [Primitive]
}

extension Mark {
    public var isClipped: Bool { true }

    public func margins(beside width: Double, _ typesetter: Typesetter) -> (left: Double, right: Double) { (0, 0) }
}

/// How a mark is told from others.
public struct Key: Hashable, Sendable {
    /// The values where a mark ends: at its greatest x that has a value.
    public struct End: Hashable, Sendable {
        /// Infinite for what reaches the plot's right edge whatever the axis shows.
        public let x: Double
        public let y: Double

        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// What a mark looks like, in small.
    public enum Sample: Hashable, Sendable {
        case line(Stroke)
        case dot(DotShape, radius: Double, Color)
        case area(Color)

        public var color: Color {
            switch self {
            case .line(let stroke): stroke.color
            case .dot(_, _, let color), .area(let color): color
            }
        }

        func scaled(by factor: Double) -> Sample {
            switch self {
            case .line(let stroke): .line(stroke.scaled(by: factor))
            case .dot(let shape, let radius, let color): .dot(shape, radius: radius * factor, color)
            case .area: self
            }
        }

        /// For a figure in which dashes have a meaning of their own.
        var undashed: Sample {
            guard case .line(var stroke) = self else { return self }
            stroke.dash = .solid
            return .line(stroke)
        }
    }

    public let label: String
    public let sample: Sample
    /// nil for a mark without end or data.
    public let end: End?

    public init(_ label: String, _ sample: Sample, end: End? = nil) {
        self.label = label
        self.sample = sample
        self.end = end
    }

    public init(_ label: String, _ stroke: Stroke, end: End? = nil) {
        self.init(label, .line(stroke), end: end)
    }

    func with(_ sample: Sample) -> Key { Key(label, sample, end: end) }
}

/// Named values, one per point of a mark.
public struct DataColumn: Hashable, Sendable {
    public let name: String
    public let values: [Double]

    public init(_ name: String, _ values: [Double]) {
        self.name = name
        self.values = values
    }
}
