import Foundation
import Settings
public import Sweeps

/// Where a sweep's trials and charts lie: `results/<sweep>`, beside the store.
public struct SweepFolder: Hashable, Sendable {
    public let path: String

    /// - Parameter store: the path of the store's file.
    public init(sweep name: String, besideStore store: String) {
        let parent = (store as NSString).deletingLastPathComponent
        path = parent.isEmpty ? name : parent + "/" + name
    }

    public func create() throws(FileError) {
        try makeFolder(path)
    }

    public var charts: String { path + "/charts" }
    /// Where other processes leave what they want of the scheduler.
    public var control: String { path + "/control" }
    /// Locked by the one scheduler of the sweep.
    public var lock: String { path + "/lock" }

    public func trial(_ identity: TrialIdentity) -> TrialFolder {
        TrialFolder(path: "\(path)/trials/\(identity.shortName)")
    }
}

/// A trial's folder, with one folder inside for each attempt.
public struct TrialFolder: Hashable, Sendable {
    public let path: String

    /// Says what is trained here.
    var description: String { path + "/trial.json" }

    init(path: String) {
        self.path = path
    }

    /// Makes the folder and writes `trial.json`, which says what is trained here; one that is there already is left as
    /// it is, whatever it says.
    public func create(for trial: Trial, number: Int, sweep: String) throws(FileError) {
        if access(description, F_OK) == 0 { return }
        try describe(trial, number: number, sweep: sweep)
    }

    /// Writes `trial.json`, also where there is one already.
    public func describe(_ trial: Trial, number: Int, sweep: String) throws(FileError) {
        try makeFolder(path)
        var json = "{\n  \"sweep\": "
        JSONText.append(sweep, to: &json)
        json += ",\n  \"number\": \(number),\n  \"identity\": \"\(trial.identity)\",\n  \"seed\": \(trial.seed),\n"
        json += "  \"data\": "
        JSONText.append(trial.data, to: &json)
        json += ",\n  \"configuration\": \(trial.configuration.canonicalJSON)\n}\n"
        try writeWhole(json, to: description)
    }

    /// Claims the next attempt by making its folder, which only one process can do.
    ///
    /// - Parameter newest: the number of the newest attempt, as far as is known. Its folder may be gone; a number is
    ///   not given twice.
    public func claimAttempt(after newest: Int = 0) throws(FileError) -> AttemptFolder {
        var number = newest
        while number < AttemptFolder.largestNumber {
            number += 1
            let attempt = AttemptFolder(trial: self, number: number)
            if mkdir(attempt.path, 0o755) == 0 { return attempt }
            guard errno == EEXIST else { throw FileError(path: attempt.path, doing: "create", errno: errno) }
        }
        throw FileError(path: "\(path)/attempt.\(number)", doing: "create the attempt after", errno: EOVERFLOW)
    }

    /// The attempts that were claimed, the newest first; folders of other names are passed over.
    public func attempts() -> [AttemptFolder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.compactMap(AttemptFolder.number(ofName:)).sorted(by: >).map {
            AttemptFolder(trial: self, number: $0)
        }
    }
}

/// What one attempt leaves: its journal, its log and its checkpoints.
public struct AttemptFolder: Hashable, Sendable, Codable {
    public let path: String
    /// Counted from 1.
    public let number: Int

    static let largestNumber = 1_000_000_000

    /// The number in a folder's name; nil for names that no claim makes.
    static func number(ofName name: String) -> Int? {
        let start = "attempt."
        guard name.hasPrefix(start), let number = Int(name.dropFirst(start.count)), name == start + String(number),
            (1...largestNumber).contains(number)
        else { return nil }
        return number
    }

    public init(trial: TrialFolder, number: Int) {
        path = "\(trial.path)/attempt.\(number)"
        self.number = number
    }

    /// Another attempt at the same trial.
    func sibling(_ number: Int) -> AttemptFolder {
        AttemptFolder(trial: TrialFolder(path: (path as NSString).deletingLastPathComponent), number: number)
    }

    public var journal: String { path + "/journal.jsonl" }
    public var log: String { path + "/log.txt" }

    /// The last lines of the log, for messages; empty if there is none.
    public func logTail(lines: Int = 5) -> String {
        guard let handle = FileHandle(forReadingAtPath: log) else { return "" }
        defer { try? handle.close() }
        let end = (try? handle.seekToEnd()) ?? 0
        try? handle.seek(toOffset: end > 4096 ? end - 4096 : 0)
        let text = String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self)
        return text.split(separator: "\n").suffix(lines).joined(separator: "\n")
    }
}

/// Makes a folder and those above it that are missing.
func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw FileError(path: path, doing: "create", errno: errno) }
    let parent = (path as NSString).deletingLastPathComponent
    guard !parent.isEmpty, parent != path else { throw FileError(path: path, doing: "create", errno: errno) }
    try makeFolder(parent)
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError(path: path, doing: "create", errno: errno) }
}

/// Writes a file that is there whole or not at all; see `ReplacementFile`.
func writeWhole(_ text: String, to path: String) throws(FileError) {
    do {
        try ReplacementFile.write(Array(text.utf8), to: path)
    } catch {
        throw FileError(path: path, doing: "write", errno: error.code)
    }
}
