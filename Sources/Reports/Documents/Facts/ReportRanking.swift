import Analysis
public import SweepViews
import Sweeps

/// The ranking's first rows, and what the others come to.
public struct ReportRanking: Sendable {
    /// Those with a value, the best first; one section unless not all can be compared.
    public let sections: [RankedConfigurations.Section]
    /// How to read the order of the rows, where that needs a word.
    public let remark: String?
    /// How many configurations with a value are not among the rows.
    public let unshown: Int
    /// What configurations without a value are called, by number.
    public let valueless: [String]
    /// How many cannot be told apart from the best, it included; nil where nothing can be compared.
    public let tiedCount: Int?
    /// Whether charts call configurations by their numbers.
    public let hasNumbers: Bool
    /// Of what each section has one, as `loss`; nil where all can be compared.
    public let kind: String?

    public var rows: [RankedConfigurations.Row] { sections.flatMap(\.rows) }

    /// What makes digits worth writing in all rows: the typical standard error of a mean, or less where the least mean
    /// would have no two digits; 0 if unknown.
    public var margin: Double { Self.margin(of: rows) }

    /// The same in the rows of a section.
    static func margin(of rows: [RankedConfigurations.Row]) -> Double {
        let typical = SampleStatistics.median(of: rows.compactMap { $0.summary?.margin }.filter { $0 > 0 }) ?? 0
        let least = rows.compactMap { $0.summary.map { abs($0.mean) } }.filter { $0 > 0 }.min() ?? .infinity
        return min(typical, least / 10)
    }

    init(_ ranked: RankedConfigurations, rows count: Int) {
        let valued = ranked.rows.filter { $0.rank != nil }
        sections = ranked.sections.map { section in
            RankedConfigurations.Section(
                label: section.label, verdict: section.verdict,
                rows: Array(section.rows.filter { $0.rank != nil }.prefix(count)))
        }.filter { !$0.rows.isEmpty }
        hasNumbers = ranked.view.hasLongLabels()
        kind = ranked.evidence.comparability?.kind
        remark = sections.compactMap { Standing.remark(on: $0.rows.map(\.standing)) }.first
        unshown = valued.count - sections.reduce(0) { $0 + $1.rows.count }
        valueless = ranked.rows.filter { $0.rank == nil }.map(\.label)
        tiedCount = ranked.verdict.map { _ in ranked.rows.count { [.best, .tied].contains($0.standing) } }
    }
}
