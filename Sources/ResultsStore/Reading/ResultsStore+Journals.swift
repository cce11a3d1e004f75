import Foundation
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
                    SELECT name, epoch, step, value, NULL AS count, NULL AS value_bytes, journal_end, written_at
                    FROM measurement_points JOIN metrics ON metrics.id = metric WHERE trial = ?1 AND attempt = ?2
                    UNION ALL
                    SELECT name, epoch, first_step, NULL, count, value_bytes, journal_end, written_at
                    FROM measurement_runs JOIN metrics ON metrics.id = metric WHERE trial = ?1 AND attempt = ?2
                    ORDER BY journal_end
                    """,
                arguments: [trial.row, attempt])
            var lines: [JournalLine] = []
            while let row = try rows.next() {
                let isRun = row["count"] as Int? != nil
                var runs = [
                    MeasurementRun(
                        metric: row["name"], epoch: row["epoch"], firstStep: row["step"],
                        values: isRun ? try row.runValues : [row["value"] ?? .nan])
                ]
                let (end, time): (Int, Int?) = (row["journal_end"], row["written_at"])
                // Single values of one line, in the order that lines have.
                if lines.last?.end == end { runs += lines.removeLast().runs }
                runs.sort { $0.metric < $1.metric }
                lines.append(JournalLine(runs: runs, at: time.map(Date.init(milliseconds:)), end: end))
            }
            return lines
        }
    }
}
