import Foundation
import Settings

/// How many cores this process may keep busy: by its affinity, and by the quota of its control groups.
public enum UsableCores {
    /// At least 1.
    public static var count: Int {
        let groups = FileText.text(of: "/proc/self/cgroup") ?? ""
        return count(affinity: affinity, groups: groups) { FileText.text(of: ControlGroup.mount + $0) }
    }

    /// - Parameters:
    ///   - affinity: cores that the process may run on.
    ///   - groups: the text of `/proc/self/cgroup`.
    ///   - file: the content of a file below the control groups' mount; nil if there is none.
    static func count(affinity: Int, groups: String, file: (String) -> String?) -> Int {
        var cores = Double(affinity)
        for folder in ControlGroup.folders(of: "cpu", groups: groups) {
            limit(&cores, file("\(folder)/cpu.max"))
            if let period = file("\(folder)/cpu.cfs_period_us"), let quota = file("\(folder)/cpu.cfs_quota_us") {
                limit(&cores, quota + " " + period)
            }
        }
        // Half a core more is worth a worker of its own, which otherwise would lie idle.
        return max(1, Int(cores.rounded(.up)))
    }

    /// - Parameter quota: `200000 100000`: microseconds of work in so many of time; `max` and -1 are without limit.
    private static func limit(_ cores: inout Double, _ quota: String?) {
        let numbers = (quota ?? "").split(whereSeparator: \.isWhitespace).map { Double($0) }
        guard numbers.count == 2, let work = numbers[0], let time = numbers[1], work > 0, time > 0 else { return }
        cores = min(cores, work / time)
    }

    private static var affinity: Int {
        FileText.text(of: "/proc/self/status").flatMap(allowed(inStatus:))
            ?? ProcessInfo.processInfo.activeProcessorCount
    }

    /// The cores that a process's status allows it: 5 for `Cpus_allowed_list: 0-3,8`.
    static func allowed(inStatus text: String) -> Int? {
        let name = "Cpus_allowed_list:"
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else { return nil }
        var count = 0
        for range in line.dropFirst(name.count).split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let ends = range.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else { return nil }
            count += last - first + 1
        }
        return count > 0 ? count : nil
    }
}
