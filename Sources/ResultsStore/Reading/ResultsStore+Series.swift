import GRDB
import Settings

extension ResultsStore {
    /// All values of the named metrics of a sweep's trials, one series per trial and metric that has any, by trial and
    /// metric; a million values take about a second.
    ///
    /// - Parameter trials: nil for all of the sweep's.
    /// - Throws: `StoreError`.
    public func series(
        of sweep: SweepRecord.ID, metrics names: [String], trials: Set<TrialRecord.ID>? = nil
    ) throws -> [MetricSeries] {
        try read { database in
            let metrics = try Row.fetchAll(
                database, sql: "SELECT id, name FROM metrics WHERE name IN (SELECT value FROM json_each(?))",
                arguments: [SettingValue.list(names.map { .string($0) }).canonicalJSON])
            let namesByID = Dictionary(metrics.map { ($0[0] as Int64, $0[1] as String) }) { first, _ in first }
            let rows = try Row.fetchCursor(
                database, sql: Self.seriesQuery,
                arguments: [
                    sweep.row, Self.list(namesByID.keys.sorted()), trials.map { Self.list($0.map(\.row).sorted()) },
                ])
            var series = SeriesBuilder(names: namesByID)
            while let row = try rows.next() { try series.take(row) }
            return series.all
        }
    }

    /// Single values, then runs of values; of one trial and metric each come one after the other, by step, as the
    /// tables' keys have them.
    private static let seriesQuery = """
        WITH wanted AS (
          SELECT id FROM trials WHERE sweep = ?1 AND (?3 IS NULL OR id IN (SELECT value FROM json_each(?3))))
        SELECT trial, metric, epoch, step, value, NULL AS count, NULL AS value_bytes
        FROM wanted CROSS JOIN measurement_points ON trial = wanted.id
        WHERE metric IN (SELECT value FROM json_each(?2))
        UNION ALL
        SELECT trial, metric, epoch, first_step, NULL, count, value_bytes
        FROM wanted CROSS JOIN measurement_runs ON trial = wanted.id
        WHERE metric IN (SELECT value FROM json_each(?2))
        """

    private static func list(_ rows: [Int64]) -> String { "[" + rows.map(String.init).joined(separator: ",") + "]" }
}

/// Puts measurements together, row by row.
private struct SeriesBuilder {
    private struct Key: Hashable {
        let trial: Int64
        let metric: Int64
    }

    let names: [Int64: String]
    private var series: [MetricSeries] = []
    private var places: [Key: Int] = [:]
    private var current: (key: Key, place: Int)?

    init(names: [Int64: String]) { self.names = names }

    mutating func take(_ row: Row) throws {
        let place = place(of: Key(trial: row[0], metric: row[1]))
        let (epoch, step): (Int?, Int) = (row[2], row[3])
        guard row[5] as Int? != nil else {
            series[place].append(row[4] ?? .nan, epoch: epoch, step: step)
            return
        }
        for (index, value) in try row.runValues.enumerated() {
            series[place].append(value, epoch: epoch, step: step + index)
        }
    }

    /// By trial and metric, each in the order of its steps.
    var all: [MetricSeries] {
        series.filter { !$0.values.isEmpty }.map { $0.sorted() }
            .sorted { ($0.trial, $0.metric) < ($1.trial, $1.metric) }
    }

    private mutating func place(of key: Key) -> Int {
        if let current, current.key == key { return current.place }
        let place = places[key] ?? series.count
        if place == series.count {
            series.append(MetricSeries(trial: TrialRecord.ID(row: key.trial), metric: names[key.metric] ?? ""))
            places[key] = place
        }
        current = (key, place)
        return place
    }
}

extension MetricSeries {
    fileprivate mutating func append(_ value: Double, epoch: Int?, step: Int) {
        epochs.append(epoch)
        steps.append(step)
        values.append(value)
    }

    /// The same where it is in order already, as it is unless both single values and runs were measured.
    fileprivate func sorted() -> MetricSeries {
        let isSorted = values.indices.dropFirst().allSatisfy { steps[$0 - 1] <= steps[$0] }
        if isSorted { return self }
        let order = values.indices.sorted { (steps[$0], $0) < (steps[$1], $1) }
        var sorted = self
        sorted.epochs = order.map { epochs[$0] }
        sorted.steps = order.map { steps[$0] }
        sorted.values = order.map { values[$0] }
        return sorted
    }
}
