/// A chart as a value: what it says and shows, before anything is drawn.
public struct Figure: Sendable {
    public var title: String
    /// How to read it: what is aggregated, over how much, what is left out.
    public var subtitle: String
    /// What all panels share that have no axis of their own.
    public var x: Axis
    public var y: Axis
    /// In reading order; a figure that is not made of small multiples has one.
    public var panels: [Panel]
    /// How many panels stand side by side; nil: as many as give each a good shape.
    public var columns: Int?
    /// What line styles mean that several marks share, as solid for training and dashed for dev.
    public var styleKeys: [Key]
    /// What colours mean that several marks share, in a legend before the marks' own keys.
    public var colorKeys: [Key]
    /// What colours mean that stand for values.
    public var colorBar: ColorBar?
    /// What short names in it stand for; nil where there are none.
    public var names: NameTable?
    public var theme: Theme
    public var size: FigureSize
    /// How to make the figure again; kept in the file where its format can.
    public var command: String?

    /// A figure of small multiples.
    public init(
        title: String, subtitle: String = "", x: Axis, y: Axis, panels: [Panel], styleKeys: [Key] = [],
        colorKeys: [Key] = [], colorBar: ColorBar? = nil, theme: Theme = .light, size: FigureSize = .standard,
        command: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.x = x
        self.y = y
        self.panels = panels
        self.styleKeys = styleKeys
        self.colorKeys = colorKeys
        self.colorBar = colorBar
        self.theme = theme
        self.size = size
        self.command = command
    }

    /// A figure of one panel.
    ///
    /// - Parameter marks: from back to front.
    public init(
        title: String, subtitle: String = "", x: Axis, y: Axis, marks: [any Mark], styleKeys: [Key] = [],
        colorKeys: [Key] = [], colorBar: ColorBar? = nil, theme: Theme = .light, size: FigureSize = .standard,
        command: String? = nil
    ) {
        self.init(
            title: title, subtitle: subtitle, x: x, y: y, panels: [Panel(marks: marks)], styleKeys: styleKeys,
            colorKeys: colorKeys, colorBar: colorBar, theme: theme, size: size, command: command)
    }

    /// Those of all panels.
    public var marks: [any Mark] { panels.flatMap(\.marks) }
}

/// One of a figure's small multiples.
public struct Panel: Sendable {
    /// Shown above it; may be empty.
    public var title: String
    /// From back to front.
    public var marks: [any Mark]
    /// In place of the axis that all share; its domain is then the panel's own.
    public var x: Axis?
    public var y: Axis?

    public init(title: String = "", marks: [any Mark], x: Axis? = nil, y: Axis? = nil) {
        self.title = title
        self.marks = marks
        self.x = x
        self.y = y
    }
}

/// The explanation of a colour scale.
public struct ColorBar: Hashable, Sendable {
    /// As an axis' label: `Dev accuracy`.
    public var title: String
    public var scale: ColorScale
    /// Whether there are values beyond the ends that have the last colour: these ends are pointed.
    public var isOpenBelow: Bool
    public var isOpenAbove: Bool

    public init(title: String, scale: ColorScale, isOpenBelow: Bool = false, isOpenAbove: Bool = false) {
        self.title = title
        self.scale = scale
        self.isOpenBelow = isOpenBelow
        self.isOpenAbove = isOpenAbove
    }
}
