public import SweepViews

/// What options ask for that the trials do not have.
public enum ChartOptionsError: Error, Hashable, Sendable {
    case unknownParameter(String, known: [String])
    /// More panels than `most` would be too small to read.
    case tooManyPanels(of: String, count: Int, most: Int)
    /// The mean over more points than a curve has would be a level line.
    case shortCurves(longest: Int, smoothing: Int)
}

extension ChartOptions {
    private static let mostPanels = 24

    /// Makes sure that the trials have what the options ask for.
    public func check(against view: SweepView) throws(ChartOptionsError) {
        let known = view.parameters
        for name in parameters where !known.contains(name) {
            throw .unknownParameter(name, known: Array(known))
        }
        if let facet, case let count = view.valueCount(of: facet), count > Self.mostPanels {
            throw .tooManyPanels(of: facet, count: count, most: Self.mostPanels)
        }
        let longest = view.trials.flatMap { $0.series.values.map(\.values.count) }.max() ?? 0
        if let smoothing, longest > 0, smoothing > longest {
            throw .shortCurves(longest: longest, smoothing: smoothing)
        }
    }
}
