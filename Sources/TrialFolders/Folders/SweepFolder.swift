public import Sweeps

/// Where a sweep's trials and charts lie: `results/<sweep>`, beside the store.
public struct SweepFolder: Hashable, Sendable {
    public let path: String

    /// - Parameter store: the path of the store's file.
    public init(sweep name: String, besideStore store: String) {
        let parent = parentFolder(of: store)
        path = parent.isEmpty ? name : parent + "/" + name
    }

    public func create() throws(FileError) {
        try makeFolder(path)
    }

    public var charts: String { path + "/charts" }
    /// Where other processes leave what they want of the scheduler.
    public var control: String { path + "/control" }
    /// Locked by the one scheduler of the sweep.
    public var lock: String { path + "/lock" }

    public func trial(_ identity: TrialIdentity) -> TrialFolder {
        TrialFolder(path: "\(path)/trials/\(identity.shortName)")
    }
}
