public import Foundation
import Settings
public import Sweeps

/// What a sweep's folder says of the sweep, so that a store can be made again from the folders alone.
public struct SweepDescription: Hashable, Sendable {
    public let name: String
    /// As given when it last ran.
    public let filePath: String
    /// The file as it last ran.
    public let fileText: String
    public let objective: Objective
    /// What its trials measure, as far as that was known.
    public let metrics: [MetricDefinition]
    /// Nil in a description of an older version.
    public let limits: SweepLimits?
    /// When the sweep first ran; nil in a description of an older version.
    public let createdAt: Date?
    /// When it last ran; likewise.
    public let updatedAt: Date?

    public init(
        name: String, filePath: String, fileText: String, objective: Objective, metrics: [MetricDefinition],
        limits: SweepLimits?, createdAt: Date?, updatedAt: Date?
    ) {
        self.name = name
        self.filePath = filePath
        self.fileText = fileText
        self.objective = objective
        self.metrics = metrics
        self.limits = limits
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

extension SweepDescription: Codable {
    private enum Key: String, CodingKey {
        case name, objective, metrics, limits
        case filePath = "file_path"
        case fileText = "file_text"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        // Of older versions.
        case formerFilePath = "filePath"
        case formerFileText = "fileText"
        case created, updated
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        func text(_ key: Key, former: Key) throws -> String {
            try values.decodeIfPresent(String.self, forKey: key) ?? values.decode(String.self, forKey: former)
        }
        func time(_ key: Key, former: Key) throws -> Date? {
            let time =
                try values.decodeIfPresent(Int.self, forKey: key)
                ?? values.decodeIfPresent(Int.self, forKey: former)
            guard JournalEntry.counts.contains(time ?? 0) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: values, debugDescription: "no such time")
            }
            return time.map(Date.init(milliseconds:))
        }
        name = try values.decode(String.self, forKey: .name)
        filePath = try text(.filePath, former: .formerFilePath)
        fileText = try text(.fileText, former: .formerFileText)
        objective = try values.decode(Objective.self, forKey: .objective)
        metrics = try values.decodeIfPresent([MetricDefinition].self, forKey: .metrics) ?? []
        let stored = try values.decodeIfPresent(StoredLimits.self, forKey: .limits)
        limits = stored?.limits
        if stored != nil, limits == nil {
            throw DecodingError.dataCorruptedError(forKey: .limits, in: values, debugDescription: "no such time-out")
        }
        createdAt = try time(.createdAt, former: .created)
        updatedAt = try time(.updatedAt, former: .updated)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(name, forKey: .name)
        try values.encode(filePath, forKey: .filePath)
        try values.encode(fileText, forKey: .fileText)
        try values.encode(objective, forKey: .objective)
        if !metrics.isEmpty { try values.encode(metrics, forKey: .metrics) }
        try values.encodeIfPresent(limits.map(StoredLimits.init), forKey: .limits)
        try values.encodeIfPresent(createdAt?.milliseconds, forKey: .createdAt)
        try values.encodeIfPresent(updatedAt?.milliseconds, forKey: .updatedAt)
    }
}

/// Limits as `sweep.json` has them; what is not there is without limit.
private struct StoredLimits: Codable {
    private let jobs: Int?
    private let timeoutSeconds: Double?
    private let memoryLimit: Int?
    private let retries: Int
    private let maxFailed: Int?

    private enum CodingKeys: String, CodingKey {
        case jobs, retries
        case timeoutSeconds = "timeout_seconds"
        case memoryLimit = "memory_limit"
        case maxFailed = "max_failed"
    }

    init(_ limits: SweepLimits) {
        jobs = limits.jobs
        timeoutSeconds = limits.timeout.map { $0 / .seconds(1) }
        memoryLimit = limits.memoryLimit
        retries = limits.retries
        maxFailed = limits.maxFailed
    }

    /// Nil where the time-out is none.
    var limits: SweepLimits? {
        let timeout = timeoutSeconds.flatMap(SweepLimits.timeout)
        if timeout == nil, timeoutSeconds != nil { return nil }
        return SweepLimits(
            jobs: jobs, timeout: timeout, memoryLimit: memoryLimit, retries: retries, maxFailed: maxFailed)
    }
}

extension SweepFolder {
    private var descriptionFile: String { path + "/sweep.json" }

    public func write(_ description: SweepDescription) throws(FileError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(description) else {
            throw FileError(path: descriptionFile, doing: "write", errno: EIO)
        }
        try writeWhole(json, to: descriptionFile)
    }

    /// Nil where the folder does not say.
    public func storedDescription() -> SweepDescription? {
        FileManager.default.contents(atPath: descriptionFile)
            .flatMap { try? JSONDecoder().decode(SweepDescription.self, from: $0) }
    }

    /// The folders of all sweeps beside the store, by name: those that say what they are, and those that hold trials.
    public static func all(besideStore store: String) -> [SweepFolder] {
        let parent = parentFolder(of: store)
        return folders(in: parent.isEmpty ? "." : parent).map { SweepFolder(sweep: $0, besideStore: store) }
            .filter {
                FileManager.default.fileExists(atPath: $0.descriptionFile)
                    || FileManager.default.fileExists(atPath: $0.path + "/trials")
            }
    }

    /// Whether a folder beside the store says of which sweep it is, so that a store can be made anew.
    public static func isAnyDescribed(besideStore path: String) -> Bool {
        all(besideStore: path).contains { $0.storedDescription() != nil }
    }

    /// The folders of all its trials, by name.
    public func trials() -> [TrialFolder] {
        folders(in: path + "/trials").map { TrialFolder(path: "\(path)/trials/\($0)") }
    }
}

/// The names of the folders inside a folder, sorted; files among them are left out.
private func folders(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().filter {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: "\(path)/\($0)", isDirectory: &isFolder) && isFolder.boolValue
    }
}
