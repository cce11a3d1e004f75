import Dispatch
public import Foundation
import Sweeps
import Synchronization
import TrialScheduling

/// The GPUs that trials of programs may have: those that a person names, else those that the environment leaves visible,
/// else those that there are.
public enum UsableGPUs {
    public struct Found: Hashable, Sendable {
        /// As CUDA knows them.
        public let names: [String]
        /// A sentence where it could not be found out.
        public let note: String?
    }

    /// - Parameter given: by the person: names with commas between, or `none`.
    public static func found(
        given: String?, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Found {
        if let list = given ?? environment["CUDA_VISIBLE_DEVICES"] { return Found(names: names(in: list), note: nil) }
        return listed(environment)
    }

    /// The names in a list with commas between; as for CUDA, what comes after one that is no name does not count.
    public static func names(in list: String) -> [String] {
        let items = list.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return Array(items.prefix(while: isName))
    }

    private static func isName(_ text: String) -> Bool {
        let isNumber = !text.isEmpty && text.count <= 4 && text.allSatisfy { $0.isASCII && $0.isNumber }
        let isWord = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-/_".contains($0)) }
        return isNumber || (isWord && (text.hasPrefix("GPU-") || text.hasPrefix("MIG-")))
    }

    /// Within which nvidia-smi answers where the driver is well.
    static let patience = 5.0

    private static func listed(_ environment: [String: String]) -> Found {
        let lookup = ExecutableLookup(environment: environment, folder: FileManager.default.currentDirectoryPath)
        guard let path = lookup.path(of: "nvidia-smi") else { return Found(names: [], note: nil) }
        let answer = Mutex<String?>("")
        let isDone = DispatchSemaphore(value: 0)
        // One that hangs in the driver cannot even be ended; then the thread is left to itself.
        let isStarted: Void? = try? PlainThread.start {
            let text = output(of: path, environment)
            answer.withLock { $0 = text }
            isDone.signal()
        }
        guard isStarted != nil, isDone.wait(timeout: .now() + patience + 1) == .success,
            let text = answer.withLock({ $0 })
        else {
            return Found(
                names: [],
                note:
                    "nvidia-smi does not tell which GPUs there are, so that trials are given none; '--gpus 0,1' names them."
            )
        }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        return Found(names: lines.filter { isName($0) }, note: nil)
    }

    /// Nil where it fails or takes too long.
    private static func output(of path: String, _ environment: [String: String]) -> String? {
        guard
            let process = try? ProgramProcess(
                executable: path, arguments: ["nvidia-smi", "--query-gpu=index", "--format=csv,noheader"],
                environment: environment, folder: FileManager.default.currentDirectoryPath, adoptsOrphans: false)
        else { return nil }
        let endsBy = ContinuousClock.now + .seconds(patience)
        var watch = ProgramWatch(process, grace: 0.1, stopSignal: .terminate) { .now > endsBy }
        var output: [UInt8] = []
        while let bytes = watch.next(look: {}) { output += bytes.prefix(max(0, 1 << 16 - output.count)) }
        return watch.end().end == .exited(0) ? String(decoding: output, as: UTF8.self) : nil
    }
}
