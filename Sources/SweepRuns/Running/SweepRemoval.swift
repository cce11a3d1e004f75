import Foundation
public import ResultsStore
public import TrialFolders

/// Takes a sweep with all its trials out of the store, and its folder away.
public struct SweepRemoval {
    public let sweep: SweepRecord
    public let folder: SweepFolder
    private let path: String

    public init(of sweep: SweepRecord, storePath path: String) {
        self.sweep = sweep
        self.path = path
        folder = SweepFolder(sweep: sweep.name, besideStore: path)
    }

    /// Whether there is a folder, or a link in its place.
    public var hasFolder: Bool { exists || linkedFolder != nil }

    /// What the sweep's folder leads to, where it is a link: that stays.
    public var linkedFolder: String? { try? FileManager.default.destinationOfSymbolicLink(atPath: folder.path) }

    private var exists: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// - Throws: `SweepLock.Taken` if the sweep is being run, `StoreError`, `FileError`, `SweepRunError`.
    public func perform() throws {
        // Held until the folder is gone, so that no scheduler starts in between.
        let lock = try exists ? SweepLock(path: folder.lock) : nil
        try ResultsStore.openForWriting(path: path).remove(sweep.id)
        do {
            if hasFolder { try FileManager.default.removeItem(atPath: folder.path) }
        } catch {
            throw SweepRunError.folderRemains(path: folder.path, reason: error.localizedDescription)
        }
        _ = consume lock
    }
}
