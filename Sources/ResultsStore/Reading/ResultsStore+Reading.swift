import Foundation
import GRDB
public import Sweeps

extension ResultsStore {
    /// All sweeps by name.
    ///
    /// - Throws: `StoreError`, as everything that reads.
    public func sweeps() throws -> [SweepRecord] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT \(SweepRecord.columns) FROM sweeps ORDER BY name")
                .map { try SweepRecord(row: $0) }
        }
    }

    /// The sweep of this name, if there is one.
    public func sweep(named name: String) throws -> SweepRecord? {
        try read { database in
            try Row.fetchOne(
                database, sql: "SELECT \(SweepRecord.columns) FROM sweeps WHERE name = ?", arguments: [name]
            ).map { try SweepRecord(row: $0) }
        }
    }

    /// All trials of a sweep by number, those no longer planned among them.
    public func trials(of sweep: SweepRecord.ID) throws -> [TrialRecord] {
        try read { try Self.trials(of: sweep, in: $0) }
    }

    /// The sweeps and trials whose short name, or identity, begins with `prefix`, newest first.
    public func trials(withPrefix prefix: String) throws -> [(sweep: SweepRecord, trial: TrialRecord)] {
        let rows = try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT sweep, id FROM trials WHERE substr(identity, 1, length(?1)) = ?1 ORDER BY id DESC",
                arguments: [prefix.lowercased()])
        }
        let sweeps = Dictionary(try self.sweeps().map { ($0.id.row, $0) }) { first, _ in first }
        var trials: [Int64: [Int64: TrialRecord]] = [:]
        return try rows.compactMap { row in
            let (sweep, trial): (Int64, Int64) = (row["sweep"], row["id"])
            if trials[sweep] == nil {
                let all = try self.trials(of: SweepRecord.ID(row: sweep))
                trials[sweep] = Dictionary(all.map { ($0.id.row, $0) }) { first, _ in first }
            }
            guard let sweepRecord = sweeps[sweep], let record = trials[sweep]?[trial] else { return nil }
            return (sweepRecord, record)
        }
    }

    /// All attempts at a sweep's trials, by trial and number.
    public func attempts(of sweep: SweepRecord.ID) throws -> [AttemptRecord] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(AttemptRecord.columns) FROM attempts JOIN trials ON trials.id = attempts.trial
                    WHERE sweep = ? ORDER BY attempts.trial, attempts.number
                    """,
                arguments: [sweep.row]
            ).map { try AttemptRecord(row: $0) }
        }
    }

    /// What the measurements of a sweep's trials that count were computed with, by trial, as far as that is known.
    public func machines(of sweep: SweepRecord.ID) throws -> [TrialRecord.ID: Set<Machine>] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT trial, processor, kernels FROM attempts JOIN trials ON trials.id = attempts.trial
                    WHERE sweep = ? AND processor IS NOT NULL AND journal_kept IS NOT 0
                    """,
                arguments: [sweep.row])
            let known = rows.compactMap { row in
                Machine(row: row).map { (TrialRecord.ID(row: row["trial"]), Set([$0])) }
            }
            return Dictionary(known) { $0.union($1) }
        }
    }

    /// The summaries of all metrics of a sweep's trials, by trial and metric.
    public func summaries(of sweep: SweepRecord.ID) throws -> [TrialRecord.ID: [String: MetricSummary]] {
        try read { database in
            var summaries: [TrialRecord.ID: [String: MetricSummary]] = [:]
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT trials.id AS trial_id, metrics.name AS metric_name, \(MetricSummary.columns)
                    FROM trials JOIN summaries ON summaries.trial = trials.id
                    JOIN metrics ON metrics.id = summaries.metric WHERE sweep = ?
                    """,
                arguments: [sweep.row])
            while let row = try rows.next() {
                summaries[TrialRecord.ID(row: row["trial_id"]), default: [:]][row["metric_name"]] = MetricSummary(
                    row: row)
            }
            return summaries
        }
    }

    static func trials(of sweep: SweepRecord.ID, in database: Database) throws -> [TrialRecord] {
        var configurations: [Int64: ConfigurationRow] = [:]
        let configurationRows = try Row.fetchCursor(
            database, sql: "SELECT id, number, data, settings FROM configurations WHERE sweep = ?",
            arguments: [sweep.row])
        while let row = try configurationRows.next() { configurations[row["id"]] = try ConfigurationRow(row: row) }
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(TrialRecord.columns) FROM trials WHERE sweep = ? ORDER BY number",
            arguments: [sweep.row])
        var trials: [TrialRecord] = []
        while let row = try rows.next() {
            guard let configuration = configurations[row["configuration"]] else {
                throw DamagedRow(words: "a trial has no configuration")
            }
            trials.append(try TrialRecord(row: row, configuration: configuration))
        }
        return trials
    }
}
