import Foundation
import TrialFolders

/// Programs of trials, and what they started, that outlived the worker that watched them.
///
/// Wherever such a process has gone, its environment says to which attempt it belongs.
public enum LeftPrograms {
    /// Ends those of all attempts whose folders lie at or below `folder`.
    ///
    /// - Returns: how many cannot be ended.
    @discardableResult
    public static func end(below folder: String) -> Int {
        let path = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL.path
        let beginning = Array("\(AttemptFolder.filesVariable)=\(path)/".utf8)
        var left: [Int32] = []
        // One that forks is caught a few looks later, as its parents are ended.
        for look in 0..<200 {
            left = processes(whoseEnvironmentHas: beginning)
            if left.isEmpty { return 0 }
            for process in left {
                let group = getpgid(process)
                // Nobody forks away from a signal to the group; that of somebody else is left alone.
                if group > 1, left.contains(group) || kill(group, 0) != 0 { kill(-group, SIGKILL) }
                kill(process, SIGKILL)
            }
            usleep(look < 20 ? 1_000 : 10_000)
        }
        return left.count
    }

    /// Those with a variable that begins so; one that has ended has none.
    private static func processes(whoseEnvironmentHas beginning: [UInt8]) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { process in
            guard process != getpid(), let handle = FileHandle(forReadingAtPath: "/proc/\(process)/environ") else {
                return false
            }
            defer { try? handle.close() }
            guard let variables = try? handle.readToEnd() else { return false }
            return variables.split(separator: 0).contains { $0.starts(with: beginning) }
        }
    }
}
