import Foundation
import Subprocess
import Testing

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// The built `sweep` program, run in a folder of its own.
struct Program {
    /// What a finished run left.
    struct Outcome {
        let code: Int32
        let output: String
        let messages: String
    }

    let folder: String
    /// A program that starts it, with arguments of its own before the program's.
    private var launcher: [String] = []
    /// Set for it besides those of the tests.
    var variables: [String: String] = [:]

    /// Who may run programs: where each waits for a processor, its test misses the moment to act.
    private static let turns = Turns(2 * ProcessInfo.processInfo.activeProcessorCount)

    /// Calls `body` with a program in a new folder, which is removed afterwards. Not to be called within itself.
    static func inTemporaryFolder(_ body: (Program) async throws -> Void) async throws {
        await turns.take()
        defer { turns.give() }
        let path = NSTemporaryDirectory() + "sweep-program-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        // As the kernel names the folder in which a process works.
        try await body(Program(folder: URL(filePath: path).resolvingSymlinksInPath().path))
    }

    /// Lies beside the bundle of the tests, unless `SWEEP_PROGRAM` names another.
    static var path: String {
        get throws {
            if let named = ProcessInfo.processInfo.environment["SWEEP_PROGRAM"] { return named }
            let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let path = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("sweep").path
            try #require(FileManager.default.isExecutableFile(atPath: path), "no program at \(path)")
            return path
        }
    }

    init(folder: String) {
        self.folder = folder
    }

    /// The same, started by lines of shell to which the program and its arguments are `"$@"`.
    func started(by lines: String) -> Program {
        var program = self
        program.launcher = ["/bin/sh", "-c", lines, "sh"]
        return program
    }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }

    /// Runs the program to its end.
    @discardableResult
    func callAsFunction(_ arguments: String...) async throws -> Outcome {
        try await run(arguments) { _ in }
    }

    /// Runs the program to its end; `body` gets its process number meanwhile.
    @discardableResult
    func run(_ arguments: [String], meanwhile body: @escaping @Sendable (Int32) async throws -> Void) async throws
        -> Outcome
    {
        var updates: [Environment.Key: String?] = ["SWEEP_STORE": nil, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"]
        for (name, value) in variables { updates[try #require(Environment.Key(rawValue: name))] = value }
        let words = try launcher + [Self.path] + arguments
        let result = try await Subprocess.run(
            .path(FilePath(words[0])), arguments: Arguments(Array(words.dropFirst())),
            environment: .inherit.updating(updates),
            workingDirectory: FilePath(folder), input: .none, output: .sequence, error: .sequence
        ) { execution in
            async let output = Self.text(of: execution.standardOutput)
            async let messages = Self.text(of: execution.standardError)
            try await body(execution.processIdentifier.value)
            return try await (output, messages)
        }
        let code: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let signal): 128 + signal
            }
        return Outcome(code: code, output: result.closureResult.0, messages: result.closureResult.1)
    }

    private static func text(of sequence: SubprocessOutputSequence) async throws -> String {
        var lines: [String] = []
        for try await line in sequence.strings() { lines.append(line) }
        return lines.joined(separator: "\n")
    }

    /// All that was measured, as text that equal measurements make equal: the export of every metric but the times.
    func measurements(of sweep: String) async throws -> String {
        try await self(
            "query",
            """
            SELECT trial, metric, epoch, step, value FROM measurements WHERE metric != 'epoch_seconds'
            ORDER BY trial, metric, step
            """
        ).output
    }

    /// Waits until a query's one value is `value`, for half a minute or more.
    func wait(for value: String, as query: String) async throws {
        var answer = ""
        for _ in 0..<600 {
            answer = try await self("query", query).output
            if answer.split(separator: "\n").last?.trimmingCharacters(in: .whitespaces) == value { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("\(query) is not \(value) within half a minute: \(answer)")
    }

    /// Waits until the text of the run's journals has `count` lines that measure `metric`, for at most two minutes.
    func waitForMeasurements(of metric: String, count: Int) async throws {
        for _ in 0..<12_000 {
            var found = 0
            for file in FileManager.default.enumerator(atPath: folder + "/results") ?? .init() {
                guard let name = file as? String, name.hasSuffix("journal.jsonl") else { continue }
                let text = (try? String(contentsOfFile: folder + "/results/" + name, encoding: .utf8)) ?? ""
                found += text.components(separatedBy: "\"\(metric)\":").count - 1
            }
            if found >= count { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("no \(count) measurements of \(metric) within two minutes")
    }
}
