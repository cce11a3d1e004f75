import GRDB
public import Settings

/// What a query of the user's gives: named columns, rows of typed values.
public struct QueryResult: Hashable, Sendable {
    public let columns: [String]
    public let rows: [[SettingValue]]
}

extension ResultsStore {
    /// Answers one SQL statement that reads; what would write, and more than one statement, is refused.
    ///
    /// - Throws: `StoreError.query` with what SQLite says.
    public func readOnlyQuery(_ sql: String) throws -> QueryResult {
        do {
            return try queue.read { database in
                let statement = try Self.onlyStatement(in: sql, database)
                var rows: [[SettingValue]] = []
                let cursor = try Row.fetchCursor(statement)
                while let row = try cursor.next() {
                    rows.append(row.databaseValues.map(SettingValue.init(column:)))
                }
                return QueryResult(columns: statement.columnNames, rows: rows)
            }
        } catch let error as DatabaseError
            where [.SQLITE_BUSY, .SQLITE_CORRUPT, .SQLITE_IOERR].contains(error.resultCode)
        {
            throw StoreError(error, path: path, writing: false)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_MISUSE {
            throw StoreError.query(reason: "it has parameters ('?'), which have no values here")
        } catch let error as DatabaseError {
            throw StoreError.query(reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }

    private static func onlyStatement(in sql: String, _ database: Database) throws -> Statement {
        let statements = try database.allStatements(sql: sql)
        guard let statement = try statements.next() else { throw StoreError.query(reason: "it is empty") }
        if try statements.next() != nil { throw StoreError.query(reason: "it must be a single statement") }
        guard statement.isReadonly, !statement.columnNames.isEmpty else {
            throw StoreError.query(reason: "it must be a SELECT; the store is only read here")
        }
        return statement
    }
}

extension SettingValue {
    fileprivate init(column value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .int(Int(number))
        case .double(let number): self = .double(number)
        case .string(let text): self = .string(text)
        case .blob(let data): self = .string(data.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        }
    }
}
