import Foundation

/// What the kernel tells of another process.
struct OtherProcess {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    /// Whether it exists and has not ended, reaped or not.
    var isAlive: Bool {
        guard let text = Self.contents("/proc/\(number)/stat"), let end = text.lastIndex(of: ")") else { return false }
        let state = text[text.index(after: end)...].first { $0 != " " }
        return state != "Z" && state != "X"
    }

    func works(in folder: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(number)/cwd")) == folder
    }

    /// The workers that work in this folder.
    static func workers(in folder: String) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.sorted().filter { number in
            OtherProcess(number).works(in: folder)
                && contents("/proc/\(number)/cmdline")?.split(separator: "\0").dropFirst().first == "worker"
                && OtherProcess(number).isAlive
        }
    }

    /// Waits until no worker works in this folder.
    ///
    /// - Returns: whether that was so in time.
    static func workersLeave(_ folder: String, within time: Duration) async throws -> Bool {
        let giveUp = ContinuousClock.now + time
        while !workers(in: folder).isEmpty {
            if ContinuousClock.now > giveUp { return false }
            try await Task.sleep(for: .milliseconds(10))
        }
        return true
    }

    private static func contents(_ path: String) -> String? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        return (try? handle.readToEnd()).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// The files of one attempt.
struct AttemptFiles {
    let path: String

    var journal: String { path + "/journal.jsonl" }
    var checkpoint: String { path + "/last.safetensors" }
    /// What a program reported.
    var metrics: String { path + "/metrics.jsonl" }
    var isOfProgram: Bool { FileManager.default.fileExists(atPath: path + "/command.json") }

    /// All below `folder`, by path.
    static func all(in folder: String) -> [AttemptFiles] {
        var attempts: [AttemptFiles] = []
        for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init()
        where (name as NSString).lastPathComponent.hasPrefix("attempt.") {
            attempts.append(AttemptFiles(path: folder + "/" + name))
        }
        return attempts.sorted { $0.path < $1.path }
    }

    var checkpointLength: Int? { FileManager.default.contents(atPath: checkpoint)?.count }

    /// The length of its journal; nil if there is none.
    var journalLength: Int? { FileManager.default.contents(atPath: journal)?.count }

    /// Whether this attempt's journal says that the trial has finished.
    var isFinished: Bool {
        FileManager.default.contents(atPath: journal)?.range(of: Data("{\"ended\":\"finished\"}".utf8)) != nil
    }

    /// Whether the worker has read all that its program reported.
    var isRead: Bool {
        FileManager.default.contents(atPath: journal)?.range(of: Data("{\"used\":".utf8)) != nil
    }

    /// The folder of its trial.
    var trial: String { (path as NSString).deletingLastPathComponent }
}
