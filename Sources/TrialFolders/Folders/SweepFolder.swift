import Foundation
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

    /// Where what trials left is kept that were begun anew.
    public var putAwayFolder: String { path + "/put-away" }

    /// Moves a trial's folder to where nothing is read any more, under a name that is free.
    public func putAway(_ identity: TrialIdentity) throws(FileError) {
        let trial = trial(identity).path
        guard access(trial, F_OK) == 0 else { return }
        try makeFolder(putAwayFolder)
        for number in 1...1_000_000 {
            let place = "\(putAwayFolder)/\(identity.shortName).\(number)"
            if access(place, F_OK) == 0 { continue }
            if rename(trial, place) == 0 { return }
            if errno != ENOTEMPTY, errno != EEXIST { throw FileError(path: trial, doing: "move", errno: errno) }
        }
        throw FileError(path: putAwayFolder, doing: "use", errno: EOVERFLOW)
    }

    public func trial(_ identity: TrialIdentity) -> TrialFolder {
        TrialFolder(path: "\(path)/trials/\(identity.shortName)")
    }
}
