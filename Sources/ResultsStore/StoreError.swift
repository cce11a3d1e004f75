/// Why the store cannot be used.
public enum StoreError: Error, Hashable, Sendable {
    /// There is no store at this path yet.
    case missing(path: String)
    /// The file is none of ours.
    case foreign(path: String, reason: String)
    /// A newer version of this program has changed its tables.
    case newer(path: String, version: Int, known: Int)
    /// SQLite finds the file's content wrong; what the sweeps' folders hold makes it anew.
    case damaged(path: String, reason: String)
    case cannotRead(path: String, Obstacle)
    case cannotWrite(path: String, Obstacle)
    /// Another process has held the lock for longer than we wait.
    case busy(path: String)
    /// A query of the user's that SQLite refuses.
    case query(reason: String)
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "There is no store at '\(path)' yet."
        case .foreign(let path, let reason): "'\(path)' is not a store of sweeps: \(reason)."
        case .newer(let path, let version, let known):
            "'\(path)' was written by a newer 'sweep' (its tables are version \(version), this program knows "
                + "\(known)); use that one."
        case .damaged(let path, let reason): "The store '\(path)' is damaged (\(reason))."
        case .cannotRead(let path, let obstacle): "The store '\(path)' cannot be read: \(obstacle.words)."
        case .cannotWrite(let path, let obstacle): "The store '\(path)' cannot be written: \(obstacle.words)."
        case .busy(let path):
            "The store '\(path)' has been locked by another process for too long; try again when it is done."
        case .query(let reason): "The query cannot be answered: \(reason)."
        }
    }
}
