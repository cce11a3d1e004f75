import Analysis
import Sweeps

extension Ranking {
    /// The standard deviation that the values of one configuration's seeds have: the median of all that have several
    /// seeds; 0 where none has.
    var typicalSpread: Double {
        let deviations = entries.compactMap { entry in
            SampleStatistics.standardDeviation(of: entry.result.values.map(\.point.value))
        }.filter(\.isFinite).sorted()
        return SampleStatistics.median(of: deviations) ?? 0
    }
}
