import Foundation

/// A real sweep of the built program whose trials are so short that what surrounds them shows.
struct ShortTrials {
    let program: String
    let count: Int
    let folder: String
    let file: File

    /// What the trials run.
    enum File: String {
        /// One epoch of the training core.
        case core = "train: {data: digits, hidden: [16], epochs: 1}\nparameters: {lr: [0.01]}\n"
        /// A program that does nothing.
        case command = "command: [/bin/true]\nmethod: grid\nparameters: {lr: [0.01]}\n"

        var name: String { self == .core ? "short" : "program" }
    }

    /// What a run cost.
    struct Cost {
        let seconds: Double
        /// Of the scheduler's process alone, without its workers.
        let processorSeconds: Double
    }

    /// The program could not be run to its end.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs the sweep, or what is missing of it.
    func run() async throws -> Cost {
        let text = file.rawValue + "seeds: \(count)\n"
        try text.write(toFile: folder + "/\(file.name).yaml", atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = [
            "run", "\(file.name).yaml", "--jobs", "2", "--quiet", "--store", folder + "/results/sweeps.sqlite",
        ]
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        let began = ContinuousClock.now
        try process.run()
        var ticks = 0
        // The kernel forgets the time of a process that was waited for, so the last look counts.
        while process.isRunning {
            ticks = max(ticks, Self.ticks(of: process.processIdentifier))
            try await Task.sleep(for: .milliseconds(2))
        }
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw Failure(description: "'\(program) run' ended with \(process.terminationStatus).")
        }
        return Cost(seconds: seconds, processorSeconds: Double(ticks) / Double(sysconf(Int32(_SC_CLK_TCK))))
    }

    /// The ticks for which a process has computed, in the kernel and outside; 0 if there is none.
    private static func ticks(of process: Int32) -> Int {
        guard let handle = FileHandle(forReadingAtPath: "/proc/\(process)/stat"),
            let content = try? handle.readToEnd()
        else { return 0 }
        // Fields 14 and 15; the second is a name in parentheses, which may hold spaces.
        let text = String(decoding: content, as: UTF8.self)
        guard let end = text.lastIndex(of: ")") else { return 0 }
        let fields = text[text.index(after: end)...].split(separator: " ")
        return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    }
}
