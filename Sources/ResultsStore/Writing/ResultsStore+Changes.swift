import Foundation
import GRDB
import Sweeps
import TrialFolders

extension ResultsStore {
    /// Takes in what happened, in order, in one transaction: all of it or nothing.
    ///
    /// - Throws: `StoreError`, also where the file is no longer the one that was opened: what is written to a removed file
    ///   is lost.
    public func apply(_ changes: [StoreChange]) throws {
        guard !changes.isEmpty else { return }
        guard file == FileIdentity(path: path) else {
            throw StoreError.cannotWrite(path: path, .replaced)
        }
        try write { database in
            for change in changes { try Self.apply(change, in: database) }
        }
    }

    private static func apply(_ change: StoreChange, in database: Database) throws {
        switch change {
        case .attemptStarted(let trial, let attempt, let time, let worker):
            try start(attempt, of: trial, at: time, worker: worker, in: database)
        case .resumed(let trial, let attempt, let position):
            try MeasurementWriter(trial: trial, database: database).drop(before: attempt, from: position)
        case .computed(let trial, let attempt, let machine):
            try database.executeCached(
                sql: "UPDATE attempts SET processor = ?, kernels = ? WHERE trial = ? AND number = ?",
                arguments: [machine.processor, machine.kernels, trial.row, attempt])
        case .journal(let trial, let attempt, let lines, let offset):
            try MeasurementWriter(trial: trial, database: database).take(lines, of: attempt, offset: offset)
        case .used(let trial, let attempt, let usage):
            try database.cachedStatement(
                sql: "UPDATE attempts SET peak_memory = ?, cpu_seconds = ? WHERE trial = ? AND number = ?"
            ).execute(arguments: [usage.peakMemory, usage.processorSeconds, trial.row, attempt])
        case .attemptEnded(let trial, let attempt, let end, let time):
            try finish(attempt, of: trial, end, at: time, in: database)
        case .stateChanged(let trial, let state, let message, let time):
            try database.executeCached(
                sql: "UPDATE trials SET state = ?, message = ?, ended_at = ? WHERE id = ?",
                arguments: [state.rawValue, message, state.isEnd ? time.milliseconds : nil, trial.row])
        case .forgotten(let trial): try forget(trial, in: database)
        }
    }

    private static func forget(_ trial: TrialRecord.ID, in database: Database) throws {
        for table in ["attempts", "measurement_points", "measurement_runs", "summaries"] {
            try database.executeCached(sql: "DELETE FROM \(table) WHERE trial = ?", arguments: [trial.row])
        }
        try database.executeCached(
            sql: """
                UPDATE trials SET state = 'pending', attempts = 0, message = NULL, started_at = NULL, ended_at = NULL
                WHERE id = ?
                """,
            arguments: [trial.row])
    }

    private static func start(
        _ attempt: Int, of trial: TrialRecord.ID, at time: Date, worker: String, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO attempts (trial, number, worker, started_at) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [trial.row, attempt, worker, time.milliseconds])
        if database.changesCount == 0 {
            return try check(
                "number = ? AND worker = ? AND started_at = ?", [attempt, worker, time.milliseconds], of: trial,
                in: database,
                otherwise: "attempt \(attempt) of a trial begins that has begun before")
        }
        try database.executeCached(
            sql: """
                UPDATE trials SET state = 'running', message = NULL, ended_at = NULL, attempts = ?1,
                                  started_at = coalesce(started_at, ?2)
                WHERE id = ?3 AND attempts < ?1
                """,
            arguments: [attempt, time.milliseconds, trial.row])
    }

    /// Makes sure that the trial has such an attempt already, so that a change that alters nothing is a known one.
    private static func check(
        _ condition: String, _ arguments: StatementArguments, of trial: TrialRecord.ID, in database: Database,
        otherwise problem: String
    ) throws {
        let query = try database.cachedStatement(sql: "SELECT 1 FROM attempts WHERE \(condition) AND trial = ?")
        guard try Bool.fetchOne(query, arguments: arguments + [trial.row]) == nil else { return }
        throw Contradiction(words: problem)
    }

    private static func finish(
        _ attempt: Int, of trial: TrialRecord.ID, _ end: AttemptEnd, at time: Date, in database: Database
    ) throws {
        try database.executeCached(
            sql: """
                UPDATE attempts SET ended_at = max(started_at, ?), end = ?, end_step = ?, end_metric = ?, end_epoch = ?,
                    message = ?
                WHERE trial = ? AND number = ? AND end IS NULL
                """,
            arguments: [
                time.milliseconds, end.storedKind, end.divergedStep, end.wildValue?.metric,
                end.wildValue?.epoch, end.message, trial.row, attempt,
            ])
        if database.changesCount == 0 {
            return try check(
                "number = ? AND end = ?", [attempt, end.storedKind], of: trial, in: database,
                otherwise: "attempt \(attempt) of a trial ends that never began or has ended otherwise")
        }
        try database.executeCached(
            sql: "UPDATE trials SET state = ?, message = ?, ended_at = ? WHERE id = ? AND attempts = ?",
            arguments: [
                end.state.rawValue, end.message, end.state.isEnd ? time.milliseconds : nil, trial.row, attempt,
            ])
    }
}
