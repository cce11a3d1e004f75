import GRDB
import Sweeps

extension MetricSummary {
    /// In the order in which `init(row:first:)` reads them.
    static let columns = """
        count, last_epoch, last_step, last_value, min_epoch, min_step, min_value, max_epoch, max_step, max_value,
        non_finite_epoch, non_finite_step, non_finite_value
        """

    /// - Parameter first: the index of the first of `columns` in the row.
    init(row: Row, first: Int = 0) {
        func point(at index: Int) -> MetricPoint? {
            guard let epoch: Int = row[index], let step: Int = row[index + 1] else { return nil }
            return MetricPoint(epoch: epoch, step: step, value: row[index + 2] ?? .nan)
        }
        self.init(
            stored: row[first], last: point(at: first + 1) ?? MetricPoint(epoch: 0, step: 0, value: .nan),
            smallest: point(at: first + 4), largest: point(at: first + 7), firstNonFinite: point(at: first + 10))
    }

    var columnValues: [(any DatabaseValueConvertible)?] {
        [count]
            + [last, smallest, largest, firstNonFinite].flatMap { point in
                [point?.epoch, point?.step, point?.value] as [(any DatabaseValueConvertible)?]
            }
    }
}
