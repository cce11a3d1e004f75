import Foundation

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
    public func sibling(_ number: Int) -> AttemptFolder {
        AttemptFolder(trial: TrialFolder(path: parentFolder(of: path)), number: number)
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
