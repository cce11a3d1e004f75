public import Foundation
import Settings

/// What a run of a sweep of another program found, noted once when it began.
public struct RunRecord: Hashable, Sendable, Codable {
    /// Milliseconds since 1970.
    private let startedAt: Int
    public let host: String
    /// Nil outside a git repository.
    public fileprivate(set) var git: Git?
    /// Of Python; nil where the command asks for no interpreter, or there is none.
    public let interpreter: Interpreter?

    /// The state of the repository that the program lies in.
    public struct Git: Hashable, Sendable, Codable {
        public let commit: String
        /// Whether all files that git knows were as the commit has them.
        public let isClean: Bool
        /// The file in the sweep's folder that holds what was changed; nil where nothing was, or it was 1 MB or more.
        public fileprivate(set) var diffFile: String?

        public init(commit: String, isClean: Bool) {
            self.commit = commit
            self.isClean = isClean
        }

        private enum CodingKeys: String, CodingKey {
            case commit
            case isClean = "is_clean"
            case diffFile = "diff_file"
        }
    }

    public struct Interpreter: Hashable, Sendable, Codable {
        public let path: String
        /// As it says it: `Python 3.11.2`; nil where it does not answer.
        public let version: String?

        public init(path: String, version: String?) {
            self.path = path
            self.version = version
        }
    }

    public init(startedAt: Date, host: String, git: Git?, interpreter: Interpreter?) {
        self.startedAt = startedAt.milliseconds
        self.host = host
        self.git = git
        self.interpreter = interpreter
    }

    /// When the run began.
    public var start: Date { Date(milliseconds: startedAt) }

    private enum CodingKeys: String, CodingKey {
        case host, git, interpreter
        case startedAt = "started_at"
    }
}

extension SweepFolder {
    /// One line for each run.
    private var runsFile: String { path + "/runs.jsonl" }

    /// Notes a run.
    ///
    /// - Parameter diff: what was changed in the repository; kept in a file beside, which runs with the same share.
    public func note(_ run: RunRecord, diff: String?) throws(FileError) {
        var run = run
        if let diff {
            let name = try keep(diff, at: run.start)
            run.git?.diffFile = name
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(run) else { throw FileError(path: runsFile, doing: "write", errno: EIO) }
        let file = open(runsFile, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw FileError(path: runsFile, doing: "create", errno: errno) }
        defer { close(file) }
        let line = [UInt8](json) + [UInt8(ascii: "\n")]
        guard Foundation.write(file, line, line.count) == line.count else {
            throw FileError(path: runsFile, doing: "write", errno: errno == 0 ? ENOSPC : errno)
        }
    }

    private func keep(_ diff: String, at time: Date) throws(FileError) -> String {
        let content = Data(diff.utf8)
        if let last = runs().last?.git?.diffFile,
            FileManager.default.contents(atPath: "\(path)/\(last)") == content
        {
            return last
        }
        let name = "changes-\(time.milliseconds).diff"
        try writeWhole(diff, to: "\(path)/\(name)")
        return name
    }

    /// The runs that were noted, the first first; lines that cannot be read are passed over.
    public func runs() -> [RunRecord] {
        guard let content = FileManager.default.contents(atPath: runsFile) else { return [] }
        return content.split(separator: UInt8(ascii: "\n")).compactMap {
            try? JSONDecoder().decode(RunRecord.self, from: Data($0))
        }
    }
}
