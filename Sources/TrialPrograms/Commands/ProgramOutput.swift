import Foundation
import Sweeps

/// What a small program prints that answers a question, such as `git rev-parse HEAD`.
enum ProgramOutput {
    /// Nil where there is no such program, it does not end well, it takes longer than `seconds`, or it prints more than
    /// `limit` bytes.
    static func of(
        _ arguments: [String], in folder: String, environment: [String: String], limit: Int = 1 << 16,
        seconds: Double = 5
    ) -> String? {
        guard let first = arguments.first,
            let path = ExecutableLookup(environment: environment, folder: folder).path(of: first),
            let process = try? ProgramProcess(
                executable: path, arguments: arguments, environment: environment, folder: folder, adoptsOrphans: false)
        else { return nil }
        let deadline = ContinuousClock.now + .seconds(seconds)
        var output: [UInt8] = []
        var isTooLong = false
        var watch = ProgramWatch(process, grace: 0.1, stopSignal: .terminate) { isTooLong || .now > deadline }
        while let bytes = watch.next(look: {}) {
            if output.count + bytes.count <= limit { output += bytes } else { isTooLong = true }
        }
        let end = watch.end().end
        return end == .exited(0) && !isTooLong ? String(decoding: output, as: UTF8.self) : nil
    }
}
