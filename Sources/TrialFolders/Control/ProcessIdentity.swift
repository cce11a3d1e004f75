import Foundation
import Settings

/// Tells one process from every other, also from a later one that was given the same number.
public struct ProcessIdentity: Hashable, Sendable, Codable {
    /// Of the machine's present run; empty where the kernel does not tell.
    public let boot: String
    public let process: Int32
    /// When the process started, in ticks of the kernel since the machine did.
    public let start: Int

    public init(boot: String, process: Int32, start: Int) {
        self.boot = boot
        self.process = process
        self.start = start
    }

    public static var own: ProcessIdentity {
        let process = getpid()
        return ProcessIdentity(boot: currentBoot, process: process, start: start(of: process) ?? 0)
    }

    /// Whether that very process still runs.
    public var isAlive: Bool { !isOfEarlierBoot && Self.start(of: process) == start }

    /// Whether that very process still runs and has been stopped by a signal, so that it does nothing until it is told to
    /// go on.
    public var isStopped: Bool {
        isAlive && ["T", "t"].contains(Self.fields(of: process)?.first)
    }

    /// Whether the machine was started anew since.
    public var isOfEarlierBoot: Bool { boot != Self.currentBoot }

    private static var currentBoot: String {
        (FileText.text(of: "/proc/sys/kernel/random/boot_id") ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Nil if there is no such process, or if it has ended and waits to be noticed.
    private static func start(of process: Int32) -> Int? {
        guard let fields = fields(of: process), fields.count > 19, fields[0] != "Z", fields[0] != "X" else {
            return nil
        }
        return Int(fields[19])
    }

    /// What the kernel says of a process, from its state on.
    private static func fields(of process: Int32) -> [Substring]? {
        // The second field is the program's name in parentheses, which may hold spaces and parentheses itself.
        guard let text = FileText.text(of: "/proc/\(process)/stat"), let end = text.lastIndex(of: ")") else {
            return nil
        }
        return text[text.index(after: end)...].split(separator: " ")
    }
}
