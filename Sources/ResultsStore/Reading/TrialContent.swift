import GRDB
import Sweeps

/// All that a store holds of one trial, to be compared with what another store holds of it.
public struct TrialContent: Hashable, Sendable {
    private let state: [[DatabaseValue]]
    private let attempts: [[DatabaseValue]]
    private let measurements: Set<[DatabaseValue]>
    private let summaries: [[DatabaseValue]]

    init(of trial: TrialRecord.ID, in database: Database) throws {
        func rows(_ sql: String) throws -> [[DatabaseValue]] {
            try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [trial.row]).map {
                Array($0.databaseValues)
            }
        }
        state = try rows("SELECT state, attempts, message, started_at, ended_at FROM trials WHERE id = ?")
        // How far a journal is taken in says nothing that the measurements do not.
        attempts = try rows(
            """
            SELECT number, worker, resumed_from, started_at, ended_at, end, end_step, end_metric, end_epoch,
                message, peak_memory, cpu_seconds, processor, kernels
            FROM attempts WHERE trial = ? ORDER BY number
            """)
        measurements = Set(
            try rows(
                """
                SELECT name, epoch, step, NULL, value, attempt, journal_end, written_at
                FROM measurement_points JOIN metrics ON metrics.id = metric WHERE trial = ?1
                UNION ALL
                SELECT name, epoch, first_step, count, value_bytes, attempt, journal_end, written_at
                FROM measurement_runs JOIN metrics ON metrics.id = metric WHERE trial = ?1
                """))
        summaries = try rows(
            """
            SELECT name, \(MetricSummary.columns) FROM summaries JOIN metrics ON metrics.id = metric
            WHERE trial = ? ORDER BY name
            """)
    }

    /// Whether `other` has every measurement of this one, and each alike.
    public func isCovered(by other: TrialContent) -> Bool {
        measurements.isSubset(of: other.measurements)
    }
}

extension ResultsStore {
    /// - Throws: `StoreError`.
    public func content(of trial: TrialRecord.ID) throws -> TrialContent {
        try read { try TrialContent(of: trial, in: $0) }
    }
}
