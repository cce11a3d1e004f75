import Foundation
public import Sweeps

/// What a sweep's folder says of the sweep, so that a store can be made again from the folders alone.
public struct SweepDescription: Hashable, Sendable, Codable {
    public let name: String
    /// As given when it last ran.
    public let filePath: String
    /// The file as it last ran.
    public let fileText: String
    public let objective: Objective

    public init(_ sweep: Sweep, filePath: String, fileText: String) {
        name = sweep.name
        objective = sweep.objective
        self.filePath = filePath
        self.fileText = fileText
    }
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

    /// The folders of all sweeps beside the store, by name, as far as they say what they are.
    public static func all(besideStore store: String) -> [SweepFolder] {
        let parent = (store as NSString).deletingLastPathComponent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.isEmpty ? "." : parent)) ?? []
        return names.sorted().map { SweepFolder(sweep: $0, besideStore: store) }
            .filter { FileManager.default.fileExists(atPath: $0.descriptionFile) }
    }

    /// The folders of all its trials, by name.
    public func trials() -> [TrialFolder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/trials")) ?? []
        return names.sorted().map { TrialFolder(path: "\(path)/trials/\($0)") }
    }
}
