public import Foundation
public import ResultsStore
public import Sweeps

/// What a sweep's folder says of the sweep, so that a store can be made again from the folders alone.
public struct SweepDescription: Hashable, Sendable, Codable {
    public let name: String
    /// As given when it last ran.
    public let filePath: String
    /// The file as it last ran.
    public let fileText: String
    public let objective: Objective
    /// Nil in a description of an older version.
    private let metrics: [MetricDefinition]?
    /// In milliseconds since 1970; nil in a description of an older version.
    private let created: Int?
    private let updated: Int?

    public init(_ record: SweepRecord) {
        name = record.name
        objective = record.objective
        metrics = record.metrics.isEmpty ? nil : record.metrics
        filePath = record.filePath
        fileText = record.fileText
        created = record.createdAt.milliseconds
        updated = record.updatedAt.milliseconds
    }

    /// What its trials measure, as far as that was known.
    public var metricDefinitions: [MetricDefinition] { metrics ?? [] }
    /// When the sweep first ran.
    public var createdAt: Date? { created.map(Date.init(milliseconds:)) }
    /// When it last ran.
    public var updatedAt: Date? { updated.map(Date.init(milliseconds:)) }
}

extension SweepFolder {
    private var descriptionFile: String { path + "/sweep.json" }

    public func write(_ description: SweepDescription) throws(FileError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try encoder.encode(description).write(to: URL(filePath: descriptionFile), options: .atomic)
        } catch {
            throw FileError(path: descriptionFile, doing: "write", errno: FileError.code(of: error))
        }
    }

    /// Nil where the folder does not say.
    public func storedDescription() -> SweepDescription? {
        FileManager.default.contents(atPath: descriptionFile)
            .flatMap { try? JSONDecoder().decode(SweepDescription.self, from: $0) }
    }

    /// The folders of all sweeps beside the store, by name: those that say what they are, and those that hold trials.
    public static func all(besideStore store: String) -> [SweepFolder] {
        let parent = (store as NSString).deletingLastPathComponent
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
