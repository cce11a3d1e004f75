import GRDB

extension Database {
    /// Executes a statement that is compiled once for each connection: compiling costs several times what a small change
    /// does.
    func executeCached(sql: String, arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
