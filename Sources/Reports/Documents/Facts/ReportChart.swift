public import Charts
import SweepViews

/// A chart of the report.
public struct ReportChart: Sendable {
    public let kind: ChartKind
    /// On light paper.
    public let figure: Figure
    private let results: SweepView
    private let options: ChartOptions

    /// Every kind that has something to show, the ones that answer the question first.
    static func all(of results: SweepView, except left: Set<ChartKind>, options: ChartOptions) -> [ReportChart] {
        let kinds = ChartKind.allCases.filter { !left.contains($0) }.sorted { $0.reportPlace < $1.reportPlace }
        return kinds.compactMap { kind in
            var own = options
            own.command = SweepCharts.command(options.command, for: kind)
            return kind.figure(of: results, options: own).map {
                ReportChart(kind: kind, figure: $0, results: results, options: own)
            }
        }
    }

    /// The same for a dark page.
    public var darkFigure: Figure? {
        var dark = options
        dark.theme = .dark
        return kind.figure(of: results, options: dark)
    }
}

extension ChartKind {
    /// Which is best and by what, then how they learned, then how it was found.
    fileprivate var reportPlace: Int {
        switch self {
        case .final: 0
        case .sensitivity: 1
        case .importance: 2
        case .heatMap: 3
        case .slices: 4
        case .loss: 5
        case .accuracy: 6
        case .parallel: 7
        case .pareto: 8
        case .history: 9
        case .timeline: 10
        case .batchLoss: 11
        case .lr: 12
        }
    }
}
