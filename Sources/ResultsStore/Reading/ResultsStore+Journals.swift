import GRDB
import Sweeps
public import TrialFolders

extension ResultsStore {
    /// The lines of an attempt's journal that the store has taken in and that count, in their order.
    ///
    /// - Throws: `StoreError`.
    public func journalLines(of trial: TrialRecord.ID, attempt: Int) throws -> [JournalLine] {
        try read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT name, epoch, step, value, NULL AS value_list, journal_end
                    FROM measurement_points JOIN metrics ON metrics.id = metric WHERE trial = ?1 AND attempt = ?2
                    UNION ALL
                    SELECT name, epoch, first_step, NULL, value_list, journal_end
                    FROM measurement_runs JOIN metrics ON metrics.id = metric WHERE trial = ?1 AND attempt = ?2
                    ORDER BY journal_end
                    """,
                arguments: [trial.row, attempt])
            var lines: [JournalLine] = []
            while let row = try rows.next() {
                let list: String? = row["value_list"]
                let values = try list.map(ValueList.stored) ?? [row["value"] ?? .nan]
                let run = MeasurementRun(
                    metric: row["name"], epoch: row["epoch"], firstStep: row["step"], values: values)
                lines.append(JournalLine(runs: [run], end: row["journal_end"]))
            }
            return lines
        }
    }
}
