import GRDB
import Sweeps

extension MetricSummary {
    /// In the order of `columnValues`.
    static let columns = """
        count, last_epoch, last_step, last_value, min_epoch, min_step, min_value, max_epoch, max_step, max_value,
        non_finite_epoch, non_finite_step, non_finite_value
        """

    /// - Parameter row: with at least `columns`.
    init(row: Row) {
        func point(_ name: String) -> MetricPoint? {
            guard let step: Int = row[name + "_step"] else { return nil }
            return MetricPoint(epoch: row[name + "_epoch"], step: step, value: row[name + "_value"] ?? .nan)
        }
        self.init(
            stored: row["count"],
            last: MetricPoint(epoch: row["last_epoch"], step: row["last_step"], value: row["last_value"] ?? .nan),
            smallest: point("min"), largest: point("max"), firstNonFinite: point("non_finite"))
    }

    var columnValues: [(any DatabaseValueConvertible)?] {
        [count]
            + [last, smallest, largest, firstNonFinite].flatMap { point in
                [point?.epoch, point?.step, point?.value] as [(any DatabaseValueConvertible)?]
            }
    }
}
