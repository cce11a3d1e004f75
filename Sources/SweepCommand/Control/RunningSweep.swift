import Foundation
import ResultsStore
import TrialScheduling

/// A sweep that another process runs now, to be told what is wanted of it.
struct RunningSweep {
    let name: String
    private let folder: SweepFolder

    /// How long a scheduler that is alive may take to answer.
    private static let patience = Duration.seconds(10)

    /// - Throws: `CommandError` if nobody runs it.
    init(_ record: SweepRecord, besideStore store: String) throws {
        name = record.name
        folder = SweepFolder(sweep: record.name, besideStore: store)
        guard SweepLock.isHeld(path: folder.lock) else {
            throw CommandError.wrongInput(
                "'\(SafeText.escaping(name))' is not being run now; 'sweep run \(SafeText.escaping(record.filePath))' "
                    + "runs it.")
        }
    }

    /// Finds it by its name or file.
    static func find(_ text: String, _ options: StoreOptions) throws -> RunningSweep {
        try RunningSweep(SweepLookup.find(text, in: options.openForReading()), besideStore: options.path)
    }

    /// Leaves the wish and waits until it has been taken.
    func ask(_ control: SweepControl) async throws {
        let file = try ControlBox(folder).put(control)
        let giveUp = ContinuousClock.now + Self.patience
        while FileManager.default.fileExists(atPath: file.path) {
            guard ContinuousClock.now < giveUp, SweepLock.isHeld(path: folder.lock) else {
                unlink(file.path)
                throw CommandError.wrongInput(
                    "The run of '\(SafeText.escaping(name))' does not answer; has it just ended, or been stopped?")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
