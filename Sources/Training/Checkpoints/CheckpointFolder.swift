import Foundation
import Randomness
import Settings
import Tensors

/// Where a training keeps its checkpoints `last.safetensors` and `best.safetensors`, each replaced in one move.
///
/// Both bear the training's identity and a checksum over all their tensors and metadata.
public struct CheckpointFolder: Hashable, Sendable {
    public let path: String
    /// What tells this training from all others; whoever starts it chooses it.
    public let identity: String

    public init(path: String, identity: String) {
        self.path = path
        self.identity = identity
    }

    /// From which a training goes on.
    public var last: String { path + "/last.safetensors" }

    /// The weights of the best epoch.
    public var best: String { path + "/best.safetensors" }

    func write(_ file: SafetensorsWriter, to path: String) throws(FileWriteError) {
        var file = file
        file.metadata["identity"] = identity
        file.metadata["checksum"] = Self.checksum(file.metadata, file.checksums)
        try file.write(to: path)
    }

    /// What is wrong with its files; those that are not there are not.
    ///
    /// - Parameter lostMeasurements: what is lost of the measurements before a place in the journal; nil if nothing is.
    /// - Throws: what `lostMeasurements` throws.
    public func problems(lostMeasurements: (_ journalPosition: Int) throws -> String?) rethrows -> [CheckpointError] {
        try [last, best].filter { FileManager.default.fileExists(atPath: $0) }.compactMap { path in
            let position: Int?
            do throws(CheckpointError) {
                position = try read(path).journalPosition
            } catch {
                return error
            }
            return try position.flatMap(lostMeasurements).map { .unproven(path: path, reason: $0) }
        }
    }

    /// The file at `path`, whole and of this training.
    func read(_ path: String) throws(CheckpointError) -> SafetensorsFile {
        let file: SafetensorsFile
        do {
            file = try SafetensorsFile(path: path)
        } catch {
            throw CheckpointError(error)
        }
        return try check(file)
    }

    /// Gives `file` back if it is whole and of this training.
    func check(_ file: SafetensorsFile) throws(CheckpointError) -> SafetensorsFile {
        let path = file.path
        guard let checksum = file.metadata["checksum"], let found = file.metadata["identity"] else {
            throw .damaged(path: path, reason: "it lacks its checksum or identity")
        }
        guard Self.checksum(file.metadata, file.checksums) == checksum else {
            throw .damaged(path: path, reason: "its content does not match its checksum")
        }
        guard found == identity else {
            throw .foreign(path: path, reason: "its identity is '\(found)', not '\(identity)'")
        }
        return file
    }

    /// Over all metadata but the checksum itself and all tensors, in the order of their names.
    private static func checksum(_ metadata: [String: String], _ tensors: [String: UInt64]) -> String {
        var fingerprint = Fingerprint()
        for (name, text) in metadata.sorted(by: { $0.key < $1.key }) where name != "checksum" {
            fingerprint.combine(SettingValue.list([.string(name), .string(text)]).canonicalJSON)
        }
        for (name, checksum) in tensors.sorted(by: { $0.key < $1.key }) {
            fingerprint.combine(name)
            fingerprint.combine(checksum)
        }
        return fingerprint.description
    }
}

extension SafetensorsFile {
    /// How far the journal had come when the checkpoint was taken; nil of one that no training goes on from.
    var journalPosition: Int? { metadata["journal_position"].flatMap(Int.init) }
}
