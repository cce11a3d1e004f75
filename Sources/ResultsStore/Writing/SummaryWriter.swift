import GRDB
import Sweeps
import TrialFolders

/// Keeps the summaries of one trial up to date, within one transaction.
struct SummaryWriter {
    let trial: TrialRecord.ID
    let database: Database
    /// Whether a value was replaced, so that adding up is not enough.
    var isStale = false
    private var metrics: [String: Int64] = [:]
    private var new: [Int64: [MeasurementRun]] = [:]

    init(trial: TrialRecord.ID, database: Database) {
        self.trial = trial
        self.database = database
    }

    /// The metric's row, made if it is new.
    mutating func metric(named name: String) throws -> Int64 {
        if let row = metrics[name] { return row }
        let find = try database.cachedStatement(sql: "SELECT id FROM metrics WHERE name = ?")
        var row = try Int64.fetchOne(find, arguments: [name])
        if row == nil {
            try database.execute(sql: "INSERT INTO metrics (name) VALUES (?)", arguments: [name])
            row = database.lastInsertedRowID
        }
        metrics[name] = row
        return row ?? 0
    }

    mutating func take(_ run: MeasurementRun, metric: Int64) {
        new[metric, default: []].append(run)
    }

    func write() throws {
        if isStale { return try Self.rebuild(of: trial, in: database) }
        let find = try database.cachedStatement(
            sql: "SELECT \(MetricSummary.columns) FROM summaries WHERE trial = ? AND metric = ?")
        for (metric, runs) in new.sorted(by: { $0.key < $1.key }) {
            var summary = try Row.fetchOne(find, arguments: [trial.row, metric]).map { MetricSummary(row: $0) }
            for run in runs { summary.take(run) }
            if let summary { try Self.write(summary, metric: metric, of: trial, in: database) }
        }
    }

    /// Makes the trial's summaries anew from all its measurements.
    static func rebuild(of trial: TrialRecord.ID, in database: Database) throws {
        try database.execute(sql: "DELETE FROM summaries WHERE trial = ?", arguments: [trial.row])
        var summaries: [Int64: MetricSummary?] = [:]
        let points = try Row.fetchCursor(
            database, sql: "SELECT metric, epoch, step, value FROM measurement_points WHERE trial = ?",
            arguments: [trial.row])
        while let row = try points.next() {
            let run = MeasurementRun(metric: "", epoch: row["epoch"], step: row["step"], value: row["value"] ?? .nan)
            summaries[row["metric"], default: nil].take(run)
        }
        let runs = try Row.fetchCursor(
            database, sql: "SELECT metric, epoch, first_step, count, value_bytes FROM measurement_runs WHERE trial = ?",
            arguments: [trial.row])
        while let row = try runs.next() {
            let run = MeasurementRun(
                metric: "", epoch: row["epoch"], firstStep: row["first_step"], values: try row.runValues)
            summaries[row["metric"], default: nil].take(run)
        }
        for (metric, summary) in summaries.sorted(by: { $0.key < $1.key }) {
            if let summary { try write(summary, metric: metric, of: trial, in: database) }
        }
    }

    private static func write(
        _ summary: MetricSummary, metric: Int64, of trial: TrialRecord.ID, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO summaries (trial, metric, \(MetricSummary.columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: StatementArguments([trial.row, metric] + summary.columnValues))
    }
}

extension MetricSummary? {
    fileprivate mutating func take(_ run: MeasurementRun) {
        for (index, value) in run.values.enumerated() {
            let point = MetricPoint(epoch: run.epoch, step: run.firstStep + index, value: value)
            if self == nil { self = MetricSummary(of: point) } else { self?.take(point) }
        }
    }
}
