/// The options that make sense for some kinds of charts only, by their names on the command line.
public enum ChartOption: String, CaseIterable, Sendable {
    case top
    case color
    case facet
    case smooth
    case x
    case band
    case logY = "log-y"
    case xParameter = "x-parameter"
    case yParameter = "y-parameter"
    case xRange = "x-range"
    case yRange = "y-range"
}
