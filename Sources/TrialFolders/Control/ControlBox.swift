public import Foundation
import Sweeps

/// A folder in which other processes leave what they ask of the scheduler, one request a file, and from which it takes
/// them.
///
/// Files work wherever the sweep's folder is seen, and need neither a port nor a server.
public struct ControlBox: Sendable {
    private let path: String

    public init(_ folder: SweepFolder) {
        path = folder.control
    }

    /// Leaves a request; whole or not at all.
    ///
    /// - Returns: the file, which is gone once the scheduler has taken the request.
    public func put(_ control: SweepControl) throws -> URL {
        try makeFolder(path)
        let time = clockTime()
        let file = URL(filePath: "\(path)/\(time)-\(getpid()).json")
        try writeWhole(control.json + "\n", to: file.path)
        return file
    }

    /// The requests since the last call, in the order in which they were left; what cannot be read is dropped.
    public func take() -> [SweepControl] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [] }
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
            let file = path + "/" + name
            let content = FileManager.default.contents(atPath: file)
            unlink(file)
            return content.flatMap { String(validating: $0, as: UTF8.self) }.flatMap(SweepControl.init(json:))
        }
    }

    /// Nanoseconds since the machine started, of one length so that names sort by time.
    private func clockTime() -> String {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let digits = String(time.tv_sec * 1_000_000_000 + time.tv_nsec)
        return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
    }
}
