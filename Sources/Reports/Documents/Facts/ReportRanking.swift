import Analysis
public import SweepViews
import Sweeps

/// The ranking's first rows, and what the others come to.
public struct ReportRanking: Sendable {
    /// Those with a value, the best first.
    public let rows: [RankedConfigurations.Row]
    /// How to read the order of the rows, where that needs a word.
    public let remark: String?
    /// How many configurations with a value are not among the rows.
    public let unshown: Int
    /// What configurations without a value are called, by number.
    public let valueless: [String]
    /// How many cannot be told apart from the best, it included; nil where nothing can be compared.
    public let tiedCount: Int?
    /// What makes digits worth writing in all rows: the typical standard error of a mean; 0 if unknown.
    public let margin: Double

    init(_ ranked: RankedConfigurations, rows count: Int) {
        let valued = ranked.rows.filter { $0.rank != nil }
        rows = Array(valued.prefix(count))
        remark = Standing.remark(on: rows.map(\.standing))
        unshown = valued.count - rows.count
        valueless = ranked.rows.filter { $0.rank == nil }.map(\.label)
        tiedCount = ranked.verdict.map { _ in ranked.rows.count { [.best, .tied].contains($0.standing) } }
        margin = SampleStatistics.median(of: rows.compactMap { $0.summary?.margin }.filter { $0 > 0 }) ?? 0
    }
}
