public import Charts

/// What a person may choose about any chart.
public struct ChartOptions: Hashable, Sendable {
    /// So many of the best configurations are coloured and named; at least 1.
    public var top = 8
    /// In place of the usual title.
    public var title: String?
    public var theme = Theme.light
    public var size = FigureSize.standard
    /// How to make the chart again, or the charts of all kinds; kept in the file.
    public var command: String?

    public init() {}
}
