public import Charts
public import SweepViews

/// What a person may choose about a chart; what is nil is as suits the kind.
public struct ChartOptions: Hashable, Sendable {
    /// How many of the best configurations curves name and colour, unless asked otherwise, where there are more than
    /// `mostNames`.
    public static let usualTop = 8
    /// More lines than this no colours and dashes tell apart.
    public static let mostNames = 16

    /// So many of the best configurations are coloured and named; at least 1.
    public var top: Int?
    /// The hyperparameter whose values the colours stand for.
    public var color: String?
    /// The hyperparameter that has a panel for each of its values.
    public var facet: String?
    /// Over how many points each drawn value is a mean; odd, 1 for none.
    public var smoothing: Int?
    public var progress: TrainingProgress?
    public var band: CurveBand?
    /// Whether the vertical axis is logarithmic.
    public var isLogarithmic: Bool?
    /// The hyperparameter along the horizontal axis.
    public var xParameter: String?
    /// The hyperparameter along the vertical axis.
    public var yParameter: String?
    /// Where the axes begin and end.
    public var xRange: AxisRange?
    public var yRange: AxisRange?

    /// In place of the usual title.
    public var title: String?
    public var theme = Theme.light
    public var size = FigureSize.standard
    /// How to make the chart again, or the charts of all kinds; kept in the file.
    public var command: String?
    /// Names and colours that several panels share.
    var styles: SeriesStyles?
    /// The unit of time that they share.
    var timeUnit: TimeUnit?

    public init() {}

    /// How many of so many configurations curves name: all, if they can be told apart.
    static func usual(of count: Int) -> Int { count <= mostNames ? count : usualTop }

    /// The options that are not for every kind and are set here.
    public var given: [ChartOption] {
        ChartOption.allCases.filter { option in
            switch option {
            case .top: top != nil
            case .color: color != nil
            case .facet: facet != nil
            case .smooth: smoothing != nil
            case .x: progress != nil
            case .band: band != nil
            case .logY: isLogarithmic != nil
            case .xParameter: xParameter != nil
            case .yParameter: yParameter != nil
            case .xRange: xRange != nil
            case .yRange: yRange != nil
            }
        }
    }

    /// The hyperparameters that are asked for by name.
    public var parameters: [String] { [color, facet, xParameter, yParameter].compactMap(\.self) }

    /// How many letters a name may have that is to stand in two lines beside curves.
    var nameLength: Int { Int(8.4 * size.width) }

    /// How many rows with a number fit the page together with the table that explains these.
    var numberedRowCount: Int { min(24, max(4, Int((72 * size.height - 100) / 20))) }

    /// How many rows with a name fit the page.
    var rowCount: Int { rowCount(nameLength: 0) }

    /// The same for names of up to so many letters; those that have no room in one line take two.
    func rowCount(nameLength: Int) -> Int {
        let isLong = Double(nameLength) * Theme.light.smallSize * 0.6 > 72 * size.width * 0.45
        return min(40, max(5, Int((72 * size.height - 100) / (isLong ? 22 : 11))))
    }

    /// What was said of the vertical axis; one that ends at 0 or below is not logarithmic.
    var yScale: ScaleKind? {
        if let isLogarithmic { return isLogarithmic ? .log : .linear }
        return yRange.map { $0.reachesZero } ?? false ? .linear : nil
    }
}
