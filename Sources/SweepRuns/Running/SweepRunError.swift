public import ResultsStore

/// Why something cannot be done with a sweep because of whether it is being run, or with its folder.
public enum SweepRunError: Error, Hashable, Sendable {
    case notRunning(SweepRecord)
    /// Its scheduler lives, or has just ended, and does not take what is wanted of it.
    case noAnswer(sweep: String)
    case isRunning(folder: String)
    /// The sweep is gone from the store, and its folder is not.
    case folderRemains(path: String, reason: String)
}
