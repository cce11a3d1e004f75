import Foundation
import Settings
import Sweeps

/// Tells whether the kernel has killed processes for want of memory, by its own counters.
public struct MemoryKills {
    private let file: (String) -> String?
    /// Folders of this process's memory control group and those above it, the nearest last.
    private let folders: [String]
    /// Kills that were there before, or that a death was explained by.
    private var explained: Int

    public init() { self.init(file: FileText.text(of:)) }

    /// - Parameter file: the content of a file of the kernel's; nil if there is none.
    init(file: @escaping (String) -> String?) {
        self.file = file
        folders = ControlGroup.folders(of: "memory", groups: file("/proc/self/cgroup") ?? "")
            .map { ControlGroup.mount + $0 }
        explained = 0
        explained = count
    }

    /// Why a process of ours that somebody killed was killed, if it was the kernel for want of memory: each kill
    /// explains one death.
    public mutating func explain() -> String? {
        guard count > explained else { return nil }
        explained += 1
        guard let limit else { return "the kernel did it, for the machine was out of memory" }
        return "the kernel did it, for its control group had used up its memory limit, \(MemoryWords.text(limit))"
    }

    /// Kills in this process's group, or on the whole machine where it is in none.
    private var count: Int {
        for folder in folders.reversed() {
            // Version 2 and version 1.
            for name in ["memory.events", "memory.oom_control"] {
                if let count = file("\(folder)/\(name)").flatMap(Self.kills(in:)) { return count }
            }
        }
        return file("/proc/vmstat").flatMap(Self.kills(in:)) ?? 0
    }

    private static func kills(in text: String) -> Int? {
        text.split(separator: "\n").first { $0.hasPrefix("oom_kill ") }.flatMap { Int($0.dropFirst(9)) }
    }

    /// The smallest limit of the groups, in bytes; nil where there is none.
    private var limit: Int? {
        folders.flatMap { folder in
            ["memory.max", "memory.limit_in_bytes"].compactMap { name in
                file("\(folder)/\(name)").flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
            }
        }
        // Version 1 writes no limit as the largest number of pages.
        .filter { $0 < 1 << 60 }.min()
    }
}
