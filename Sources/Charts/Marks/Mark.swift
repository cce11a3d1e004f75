/// Something drawn between a figure's axes from columns of data.
public protocol Mark: Sendable {
    /// Names the data in tables; marks with one name are parts of one thing, as a line and its band.
    var series: String { get }

    /// What the legend or a label at the end says; nil: nothing.
    var key: Key? { get }

    /// The columns that are drawn, for a table: `x` first, all of one length.
    var columns: [DataColumn] { get }

    /// Adds the values that must have room on each axis.
    func extend(x: inout DataRange, y: inout DataRange)

    /// The mark as it looks in `plot`.
    func primitives(in plot: Plot) -> [Primitive]
}

/// How a mark is told from others.
public struct Key: Hashable, Sendable {
    /// The values where a mark ends: at its greatest x that has a value.
    public struct End: Hashable, Sendable {
        public let x: Double
        public let y: Double

        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    public let label: String
    public let stroke: Stroke
    /// nil for a mark without end or data.
    public let end: End?

    public init(_ label: String, _ stroke: Stroke, end: End? = nil) {
        self.label = label
        self.stroke = stroke
        self.end = end
    }
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
