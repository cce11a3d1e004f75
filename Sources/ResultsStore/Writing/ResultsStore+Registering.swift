public import Foundation
import GRDB
import Randomness
import Settings
public import Sweeps
import TrialFolders

extension ResultsStore {
    /// Records what a sweep's file asks for, in one transaction: adds the trials that are new, marks as no longer
    /// planned those that the file has dropped (what they measured stays), and keeps the file's text.
    ///
    /// Registering the same again changes nothing but the time.
    ///
    /// - Returns: the records of `trials`, in that order.
    /// - Throws: `StoreError`.
    public func register(
        _ sweep: Sweep, fileText: String, filePath: String, trials: [Trial], at time: Date
    ) throws -> [TrialRecord] {
        try write { database in
            let id = try Self.register(sweep, fileText: fileText, filePath: filePath, at: time, in: database)
            try Self.register(trials, of: id, at: time, in: database)
            let records = try Self.trials(of: id, in: database)
            let byIdentity = Dictionary(records.map { ($0.trial.identity, $0) }) { first, _ in first }
            return trials.compactMap { byIdentity[$0.identity] }
        }
    }

    /// Removes a sweep with all its trials and what they measured.
    ///
    /// - Throws: `StoreError`.
    public func remove(_ sweep: SweepRecord.ID) throws {
        try write { try $0.execute(sql: "DELETE FROM sweeps WHERE id = ?", arguments: [sweep.row]) }
    }

    /// Records a sweep as its folder says it: adds the trials that are missing, under their numbers as far as those are
    /// free, and notes of all of them whether they are planned.
    ///
    /// - Returns: the records of those that were added, by number.
    /// - Throws: `StoreError`.
    public func restore(
        _ sweep: Sweep, fileText: String, filePath: String, createdAt: Date, updatedAt: Date,
        trials: [RegisteredTrial]
    ) throws -> [TrialRecord] {
        try write { database in
            let id = try Self.register(sweep, fileText: fileText, filePath: filePath, at: updatedAt, in: database)
            try database.execute(
                sql: "UPDATE sweeps SET created_at = ? WHERE id = ?", arguments: [createdAt.milliseconds, id.row])
            let known = Set(try Self.trials(of: id, in: database).map(\.trial.identity))
            var configurations = ConfigurationWriter(sweep: id, database: database)
            for entry in trials.sorted(by: { $0.number < $1.number }) {
                try Self.restore(entry, of: id, &configurations, in: database)
            }
            return try Self.trials(of: id, in: database).filter { !known.contains($0.trial.identity) }
        }
    }

    private static func restore(
        _ entry: RegisteredTrial, of sweep: SweepRecord.ID, _ configurations: inout ConfigurationWriter,
        in database: Database
    ) throws {
        let trial = entry.trial
        try database.executeCached(
            sql: "UPDATE trials SET planned = ? WHERE sweep = ? AND identity = ?",
            arguments: [entry.isPlanned, sweep.row, trial.identity.description])
        if database.changesCount > 0 { return }
        let configuration = try configurations.row(of: trial, preferring: entry.configurationNumber)
        try database.executeCached(
            sql: """
                INSERT INTO trials (sweep, configuration, number, seed, identity, short_name, planned, state, created_at)
                VALUES (?1, ?2, iif(EXISTS (SELECT * FROM trials WHERE sweep = ?1 AND number = ?3),
                                    (SELECT max(number) + 1 FROM trials WHERE sweep = ?1), ?3),
                        ?4, ?5, ?6, ?7, 'pending', ?8)
                """,
            arguments: [
                sweep.row, configuration, entry.number, trial.seed, trial.identity.description,
                trial.identity.shortName, entry.isPlanned, entry.createdAt.milliseconds,
            ])
    }

    private static func register(
        _ sweep: Sweep, fileText: String, filePath: String, at time: Date, in database: Database
    ) throws -> SweepRecord.ID {
        let row = try Int64.fetchOne(
            database,
            sql: """
                INSERT INTO sweeps (name, description, method, metric, goal, selection, file_path, file_text, file_hash, parameters,
                                    created_at, updated_at, metrics, labels, jobs, timeout, memory_limit, retries,
                                    max_failed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET
                  description = excluded.description, method = excluded.method, metric = excluded.metric,
                  goal = excluded.goal, selection = excluded.selection, file_path = excluded.file_path,
                  file_text = excluded.file_text, file_hash = excluded.file_hash,
                  parameters = excluded.parameters, updated_at = excluded.updated_at, metrics = excluded.metrics,
                  jobs = excluded.jobs, timeout = excluded.timeout, memory_limit = excluded.memory_limit,
                  retries = excluded.retries, max_failed = excluded.max_failed, labels = excluded.labels
                RETURNING id
                """,
            arguments: [
                sweep.name, sweep.description, sweep.method.rawValue, sweep.objective.metric,
                sweep.objective.goal.rawValue, sweep.objective.selection.rawValue, filePath, fileText,
                Fingerprint(of: fileText).description,
                SettingValue.list(sweep.parameterNames.map { .string($0) }).canonicalJSON, time.milliseconds,
                time.milliseconds, try sweep.metrics.json,
                sweep.labels.json,
            ] + sweep.limits.columnValues)
        return SweepRecord.ID(row: row ?? 0)
    }

    private static func register(
        _ trials: [Trial], of sweep: SweepRecord.ID, at time: Date, in database: Database
    ) throws {
        try database.execute(sql: "UPDATE trials SET planned = 0 WHERE sweep = ?", arguments: [sweep.row])
        var configurations = ConfigurationWriter(sweep: sweep, database: database)
        let plan = try database.cachedStatement(
            sql: "UPDATE trials SET planned = 1 WHERE sweep = ? AND identity = ?")
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO trials (sweep, configuration, number, seed, identity, short_name, planned, state, created_at)
                VALUES (?, ?, ?, ?, ?, ?, 1, 'pending', ?)
                """)
        var number =
            try Int.fetchOne(
                database, sql: "SELECT max(number) FROM trials WHERE sweep = ?", arguments: [sweep.row]) ?? 0
        for trial in trials {
            try plan.execute(arguments: [sweep.row, trial.identity.description])
            if database.changesCount > 0 { continue }
            number += 1
            try insert.execute(arguments: [
                sweep.row, try configurations.row(of: trial), number, trial.seed, trial.identity.description,
                trial.identity.shortName, time.milliseconds,
            ])
        }
    }
}
