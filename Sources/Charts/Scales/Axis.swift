/// One of a figure's two axes: what it shows, and how values become places.
public struct Axis: Hashable, Sendable {
    /// With a capital, as people read it: `Learning rate`.
    public var label: String
    /// Shown in parentheses after the label: `s`.
    public var unit: String?
    public var scale: ScaleKind
    /// The values from one end to the other; nil: as the data need. Data outside are cut off.
    public var domain: ClosedRange<Double>?
    /// Where values can lie at all, as 0...1 for an accuracy: room around the data ends there.
    public var limits: ClosedRange<Double>?
    /// Where a person wants the axis to begin and to end, whatever the data need. Data outside are cut off.
    public var lowest: Double?
    public var highest: Double?
    /// Whether values between whole numbers mean nothing, as between two epochs.
    public var isWhole: Bool
    /// The names of the values 0, 1, 2 …, each at the centre of its band; vertically the first is at the top. The
    /// domain is then −0.5 … count − 0.5, and the scale linear.
    public var categories: [String]?
    /// Values to label, where their labels fit beside each other; nil: round ones.
    public var ticks: [Double]?
    /// The names of the borders before, between and after the bands of categories, shown in place of the categories'
    /// own: one more than there are bands.
    public var borders: [String]?
    /// Whether there are no ticks, labels and lines: the marks say themselves what places mean.
    public var isHidden = false

    public init(
        _ label: String, unit: String? = nil, scale: ScaleKind = .linear, domain: ClosedRange<Double>? = nil,
        limits: ClosedRange<Double>? = nil, isWhole: Bool = false, categories: [String]? = nil
    ) {
        self.label = label
        self.unit = unit
        self.scale = scale
        self.domain = domain
        self.limits = limits
        self.isWhole = isWhole
        self.categories = categories
    }

    /// The axis with ends that a person wants.
    public func ending(at range: AxisRange?) -> Axis {
        var axis = self
        (axis.lowest, axis.highest) = (range?.lowest, range?.highest)
        return axis
    }

    /// The label with its unit.
    var title: String { unit.map { "\(label) (\($0))" } ?? label }
}

/// The two directions of a page.
public enum Direction: String, CaseIterable, Sendable {
    case horizontal, vertical
}

public enum ScaleKind: String, CaseIterable, Sendable {
    case linear
    /// To the base of 10; shows positive values only.
    case log
}
