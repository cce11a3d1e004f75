import GRDB

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
            var series: [MetricSeries] = []
            for name in Set(names).sorted() {
                guard
                    let metric = try Int64.fetchOne(
                        database, sql: "SELECT id FROM metrics WHERE name = ?", arguments: [name])
                else { continue }
                for trial in try Int64.fetchAll(
                    database, sql: "SELECT id FROM trials WHERE sweep = ? ORDER BY id", arguments: [sweep.row])
                {
                    let id = TrialRecord.ID(row: trial)
                    if let trials, !trials.contains(id) { continue }
                    var one = MetricSeries(trial: id, metric: name)
                    try one.readPoints(metric: metric, in: database)
                    try one.readRuns(metric: metric, in: database)
                    if !one.values.isEmpty { series.append(one) }
                }
            }
            return series.sorted { ($0.trial, $0.metric) < ($1.trial, $1.metric) }
        }
    }
}

extension MetricSeries {
    fileprivate mutating func readPoints(metric: Int64, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT epoch, step, value FROM measurement_points WHERE trial = ? AND metric = ? ORDER BY epoch, step
                """)
        let rows = try Row.fetchCursor(statement, arguments: [trial.row, metric])
        while let row = try rows.next() {
            epochs.append(row[0])
            steps.append(row[1])
            values.append(row[2] ?? .nan)
        }
    }

    /// Adds the values of runs, between the points if there are both.
    fileprivate mutating func readRuns(metric: Int64, in database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT epoch, first_step, value_list FROM measurement_runs WHERE trial = ? AND metric = ?
                ORDER BY epoch, first_step
                """)
        let rows = try Row.fetchCursor(statement, arguments: [trial.row, metric])
        let hasPoints = !values.isEmpty
        var hasRuns = false
        while let row = try rows.next() {
            let (epoch, firstStep): (Int, Int) = (row[0], row[1])
            guard let list = ValueList.values(in: row[2]) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a run of measurements is not a list")
            }
            hasRuns = true
            epochs.append(contentsOf: repeatElement(epoch, count: list.count))
            steps.append(contentsOf: firstStep..<(firstStep + list.count))
            values.append(contentsOf: list)
        }
        if hasPoints, hasRuns { sort() }
    }

    private mutating func sort() {
        let order = values.indices.sorted { (epochs[$0], steps[$0]) < (epochs[$1], steps[$1]) }
        epochs = order.map { epochs[$0] }
        steps = order.map { steps[$0] }
        values = order.map { values[$0] }
    }
}
