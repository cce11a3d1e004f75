import GRDB

extension ResultsStore {
    /// What SQLite finds wrong with the file: damaged pages, indexes that do not fit, rows without those that they refer
    /// to; a line for each, at most a hundred. A sound store gives none.
    ///
    /// - Throws: `StoreError` where it cannot even be looked at.
    public func integrityProblems() throws -> [String] {
        try read { database in
            let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check(100)").filter { $0 != "ok" }
            let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(100).map { row in
                let (table, parent): (String, String) = (row[0], row[2])
                return "a row of '\(table)' refers to a row of '\(parent)' that is not there"
            }
            return pages + references
        }
    }
}
