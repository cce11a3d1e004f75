import GRDB
import Sweeps
import TrialFolders

/// Writes one trial's measurements and keeps its summaries right, within one transaction.
struct MeasurementWriter {
    let trial: TrialRecord.ID
    let database: Database

    /// Takes in those lines of an attempt's journal that are new and still count.
    func take(_ lines: [JournalLine], of attempt: Int, offset: Int) throws {
        let statement = try database.cachedStatement(
            sql: "SELECT journal_offset, journal_kept FROM attempts WHERE trial = ? AND number = ?")
        guard let row = try Row.fetchOne(statement, arguments: [trial.row, attempt]) else {
            throw DatabaseError(message: "attempt \(attempt) of trial row \(trial.row) was never started")
        }
        let (taken, kept): (Int, Int?) = (row["journal_offset"], row["journal_kept"])
        guard offset > taken else { return }
        var summaries = SummaryWriter(trial: trial, database: database)
        for line in lines where line.end > taken && line.end <= kept ?? .max {
            if let withdrawal = line.withdrawal {
                try summaries.write()
                try withdraw(withdrawal)
                summaries = SummaryWriter(trial: trial, database: database)
            }
            for run in line.runs where !run.values.isEmpty {
                try insert(run, of: line, attempt: attempt, summaries: &summaries)
            }
        }
        try summaries.write()
        try database.cachedStatement(sql: "UPDATE attempts SET journal_offset = ? WHERE trial = ? AND number = ?")
            .execute(arguments: [offset, trial.row, attempt])
    }

    /// Drops what attempts before `attempt` measured beyond the position that it starts from; all of it without one.
    func drop(before attempt: Int, from position: JournalPosition?) throws {
        // Nothing comes before a first attempt.
        if attempt == 1 { return }
        let origin = position?.attempt ?? 0
        let offset = position?.offset ?? 0
        // A zombie may have gone on beyond the point from which others resumed; its journal is then read again.
        try database.executeCached(
            sql: """
                UPDATE attempts SET journal_offset = min(journal_offset, coalesce(journal_kept, journal_offset)),
                                    journal_kept = ?1
                WHERE trial = ?2 AND number = ?3 AND number < ?4 AND (journal_kept IS NULL OR journal_kept <> ?1)
                """,
            arguments: [offset, trial.row, origin, attempt])
        try database.executeCached(
            sql: "UPDATE attempts SET journal_kept = 0 WHERE trial = ? AND number > ? AND number < ?",
            arguments: [trial.row, origin, attempt])
        try database.executeCached(
            sql: "UPDATE attempts SET resumed_from = ? WHERE trial = ? AND number = ?",
            arguments: [position?.attempt, trial.row, attempt])
        var dropped = 0
        for table in ["measurement_points", "measurement_runs"] {
            try database.executeCached(
                sql: """
                    DELETE FROM \(table)
                    WHERE trial = ?1 AND attempt < ?2 AND (attempt > ?3 OR (attempt = ?3 AND journal_end > ?4))
                    """,
                arguments: [trial.row, attempt, origin, offset])
            dropped += database.changesCount
        }
        if dropped > 0 { try SummaryWriter.rebuild(of: trial, in: database) }
    }

    /// Drops the values that no longer count, and shortens the runs that hold some of them.
    private func withdraw(_ withdrawal: Withdrawal) throws {
        var condition = "trial = ?1"
        var arguments: [(any DatabaseValueConvertible)?] = [trial.row, withdrawal.firstStep]
        if let metric = withdrawal.metric {
            condition += " AND metric = (SELECT id FROM metrics WHERE name = ?3)"
            arguments.append(metric)
        }
        var dropped = 0
        for sql in [
            "DELETE FROM measurement_points WHERE \(condition) AND step >= ?2",
            "DELETE FROM measurement_runs WHERE \(condition) AND first_step >= ?2",
            """
            UPDATE measurement_runs SET count = ?2 - first_step,
                value_bytes = substr(value_bytes, 1, length(value_bytes) / count * (?2 - first_step))
            WHERE \(condition) AND first_step + count > ?2
            """,
        ] {
            try database.executeCached(sql: sql, arguments: StatementArguments(arguments))
            dropped += database.changesCount
        }
        if dropped > 0 { try SummaryWriter.rebuild(of: trial, in: database) }
    }

    private func insert(
        _ run: MeasurementRun, of line: JournalLine, attempt: Int, summaries: inout SummaryWriter
    ) throws {
        let time = line.time?.milliseconds
        let metric = try summaries.metric(named: run.metric)
        // A value said twice counts once, as it was said last.
        let isReplaced: Bool
        if run.values.count == 1, let value = run.values.first {
            isReplaced = try upsert(
                """
                INTO measurement_points (trial, metric, step, epoch, value, attempt, journal_end, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [trial.row, metric, run.firstStep, run.epoch, value, attempt, line.end, time])
        } else {
            let packed = PackedValues(run.values)
            isReplaced = try upsert(
                """
                INTO measurement_runs (trial, metric, first_step, epoch, count, value_bytes, attempt, journal_end, written_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    trial.row, metric, run.firstStep, run.epoch, run.values.count, packed.bytes, attempt, line.end,
                    time,
                ])
        }
        if isReplaced { summaries.isStale = true } else { summaries.take(run, metric: metric) }
    }

    /// Whether a row with the same key was there.
    private func upsert(_ clause: String, _ arguments: StatementArguments) throws -> Bool {
        try database.cachedStatement(sql: "INSERT OR IGNORE \(clause)").execute(arguments: arguments)
        if database.changesCount > 0 { return false }
        try database.cachedStatement(sql: "INSERT OR REPLACE \(clause)").execute(arguments: arguments)
        return true
    }
}
