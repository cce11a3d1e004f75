import Foundation
import GRDB
import Settings
import Sweeps

/// Finds or adds the rows of configurations of one sweep, within one transaction.
struct ConfigurationWriter {
    let sweep: SweepRecord.ID
    let database: Database
    private var rows: [Key: Int64] = [:]

    private struct Key: Hashable {
        let configuration: Sweeps.Configuration
        let data: String
    }

    init(sweep: SweepRecord.ID, database: Database) {
        self.sweep = sweep
        self.database = database
    }

    /// - Parameter number: the number that a new configuration is given if it is free; nil for the next one.
    mutating func row(of trial: Trial, preferring number: Int? = nil) throws -> Int64 {
        let key = Key(configuration: trial.configuration, data: trial.data)
        if let row = rows[key] { return row }
        let row = try find(trial) ?? add(trial, preferring: number)
        rows[key] = row
        return row
    }

    private func find(_ trial: Trial) throws -> Int64? {
        let statement = try database.cachedStatement(
            sql: "SELECT id FROM configurations WHERE sweep = ? AND settings = ? AND data = ?")
        return try Int64.fetchOne(
            statement, arguments: [sweep.row, trial.configuration.canonicalJSON, trial.data])
    }

    private func add(_ trial: Trial, preferring number: Int?) throws -> Int64 {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO configurations (sweep, number, data, settings)
                VALUES (?1, iif(?4 IS NULL OR EXISTS (SELECT * FROM configurations WHERE sweep = ?1 AND number = ?4),
                                (SELECT coalesce(max(number), 0) + 1 FROM configurations WHERE sweep = ?1), ?4), ?2, ?3)
                """)
        try insert.execute(arguments: [sweep.row, trial.data, trial.configuration.canonicalJSON, number])
        let row = database.lastInsertedRowID
        let parameter = try database.cachedStatement(
            sql: "INSERT INTO parameters (configuration, name, value, text) VALUES (?, ?, ?, ?)")
        for (name, value) in trial.configuration.parameters {
            try parameter.execute(arguments: [row, name, value.databaseValue, value.description])
        }
        return row
    }
}

extension SettingValue {
    /// As a person compares it in SQL: numbers and text as they are, truth as 0 or 1, lists and mappings as JSON.
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .bool(let value): value.databaseValue
        case .int(let value): value.databaseValue
        case .double(let value): value.databaseValue
        case .string(let text): text.databaseValue
        case .list, .mapping: canonicalJSON.databaseValue
        }
    }
}
