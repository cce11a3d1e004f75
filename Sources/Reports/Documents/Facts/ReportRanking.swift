public import Analysis
import SweepViews
public import Sweeps

/// The ranking's first rows, and what the others come to.
public struct ReportRanking: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        /// Equal means share a rank; nil without a value.
        public let rank: Int?
        /// The configuration's number in the sweep.
        public let configuration: Int
        public let label: String
        /// Over its seeds; nil without a value.
        public let summary: SampleSummary?
        public let standing: Standing
        /// The median epoch at which the objective was read.
        public let epoch: Double?
        /// The mean time of a finished trial.
        public let seconds: Double?
        /// How many trials are in each state.
        public let trials: [TrialState: Int]
    }

    public let rows: [Row]
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

    init(_ basis: ReportBasis, rows count: Int) {
        let valued = basis.valued
        rows = valued.prefix(count).map { index in
            let entry = basis.ranking.entries[index]
            return Row(
                rank: entry.rank, configuration: entry.result.number, label: basis.labels[index],
                summary: basis.evidence.summaries[index], standing: basis.standing(of: index),
                epoch: entry.result.epoch, seconds: entry.result.seconds, trials: entry.result.trials)
        }
        remark = Standing.remark(on: rows.map(\.standing))
        unshown = valued.count - rows.count
        valueless = basis.ranking.entries.indices.filter { basis.ranking.entries[$0].rank == nil }
            .map { basis.labels[$0] }
        tiedCount = basis.evidence.verdict.map { verdict in
            verdict.standings.indices.count(where: verdict.isInTiedGroup)
        }
        margin = SampleStatistics.median(of: rows.compactMap { $0.summary?.margin }.filter { $0 > 0 }) ?? 0
    }
}
