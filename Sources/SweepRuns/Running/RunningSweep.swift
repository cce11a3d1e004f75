import Foundation
public import ResultsStore
public import TrialFolders
import TrialScheduling

/// A sweep that another process runs now, to be told what is wanted of it.
public struct RunningSweep {
    public let name: String
    private let folder: SweepFolder

    /// How long a scheduler that is alive may take to answer.
    private static let patience = Duration.seconds(10)

    /// - Throws: `SweepRunError` if nobody runs it.
    public init(_ record: SweepRecord, besideStore store: String) throws(SweepRunError) {
        name = record.name
        folder = SweepFolder(sweep: record.name, besideStore: store)
        guard SweepLock.isHeld(path: folder.lock) else { throw .notRunning(record) }
    }

    /// Leaves the request and waits until it has been taken.
    ///
    /// - Throws: `SweepRunError` if nobody takes it, `FileError`.
    public func ask(_ control: SweepControl) async throws {
        let file = try ControlBox(folder).put(control)
        let giveUp = ContinuousClock.now + Self.patience
        while FileManager.default.fileExists(atPath: file.path) {
            guard ContinuousClock.now < giveUp, SweepLock.isHeld(path: folder.lock) else {
                unlink(file.path)
                throw SweepRunError.noAnswer(sweep: name)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
