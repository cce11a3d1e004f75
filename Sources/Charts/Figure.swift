/// A chart as a value: what it says and shows, before anything is drawn.
public struct Figure: Sendable {
    public var title: String
    /// How to read it: what is aggregated, over how much, what is left out.
    public var subtitle: String
    public var x: Axis
    public var y: Axis
    /// From back to front.
    public var marks: [any Mark]
    /// What line styles mean that several marks share, as solid for training and dashed for dev.
    public var styleKeys: [Key]
    public var theme: Theme
    public var size: FigureSize
    /// How to make the figure again; kept in the file where its format can.
    public var command: String?

    public init(
        title: String, subtitle: String = "", x: Axis, y: Axis, marks: [any Mark], styleKeys: [Key] = [],
        theme: Theme = .light, size: FigureSize = .standard, command: String? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.x = x
        self.y = y
        self.marks = marks
        self.styleKeys = styleKeys
        self.theme = theme
        self.size = size
        self.command = command
    }
}
