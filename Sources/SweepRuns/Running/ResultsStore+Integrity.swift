import ResultsStore

extension ResultsStore {
    /// After a crash nothing is trained into a store that is damaged.
    ///
    /// - Throws: `StoreError.damaged`.
    func requireIntegrity() throws {
        if let problem = try integrityProblems().first { throw StoreError.damaged(path: path, reason: problem) }
    }
}
