import Foundation
import Settings

/// What the kernel says of a process's memory.
public enum ProcessMemory {
    /// Bytes in memory now; nil if there is no such process.
    public static func resident(of process: Int32) -> Int? {
        guard let text = FileText.text(of: "/proc/\(process)/statm") else { return nil }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Bytes in memory now of a process and all its descendants together; nil if there is no such process.
    public static func resident(ofTree process: Int32) -> Int? {
        sum(ofTree: process) { resident(of: $0) }
    }

    /// The same, where what several processes share counts for each by its part alone; takes longer.
    static func proportional(ofTree process: Int32) -> Int? {
        sum(ofTree: process) { proportional(of: $0) ?? resident(of: $0) }
    }

    private static func proportional(of process: Int32) -> Int? {
        guard let text = FileText.text(of: "/proc/\(process)/smaps_rollup"),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Pss:") })
        else { return nil }
        let fields = line.split(whereSeparator: \.isWhitespace)
        return fields.count == 3 ? Int(fields[1]).map { $0 * 1024 } : nil
    }

    private static func sum(ofTree process: Int32, _ memory: (Int32) -> Int?) -> Int? {
        guard var sum = memory(process) else { return nil }
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        for thread in threads {
            let children = FileText.text(of: "/proc/\(process)/task/\(thread)/children") ?? ""
            for child in children.split(separator: " ").compactMap({ Int32($0) }) {
                sum += self.sum(ofTree: child, memory) ?? 0
            }
        }
        return sum
    }

    /// The most bytes that this process had in memory since `forgetPeak`, or since it began.
    static func peak() -> Int? {
        FileText.text(of: "/proc/self/status").flatMap(peak(inStatus:))
    }

    static func peak(inStatus text: String) -> Int? {
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return nil }
        let fields = line.split(whereSeparator: \.isWhitespace)
        guard fields.count == 3, fields[2] == "kB", let size = Int(fields[1]) else { return nil }
        return size * 1024
    }

    /// Lets the peak begin anew; where the kernel does not allow that, it goes on from the process's start.
    static func forgetPeak() {
        let descriptor = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = write(descriptor, "5", 1)
        close(descriptor)
    }
}
