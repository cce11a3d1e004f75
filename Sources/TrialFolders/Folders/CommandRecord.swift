import Foundation
import Settings

/// What an attempt at a trial of another program ran, how and where.
public struct CommandRecord: Hashable, Sendable, Codable {
    /// As the program got them, its own name first.
    public let arguments: [String]
    /// The file that was started.
    public let executable: String
    /// What `${interpreter}` stood for; nil where the command does not ask for it.
    public let interpreter: String?
    /// Where the program worked.
    public let folder: String
    /// The variables that were set for it, and no others: an environment holds keys.
    public let variables: [String: String]
    /// A hash of what the file that `program` names held; nil where it names none.
    public let programFingerprint: String?
    /// Whether an earlier attempt had left the program something to go on from.
    public let findsCheckpoints: Bool

    public init(
        arguments: [String], executable: String, interpreter: String?, folder: String, variables: [String: String],
        programFingerprint: String?, findsCheckpoints: Bool
    ) {
        self.arguments = arguments
        self.executable = executable
        self.interpreter = interpreter
        self.folder = folder
        self.variables = variables
        self.programFingerprint = programFingerprint
        self.findsCheckpoints = findsCheckpoints
    }

    private enum CodingKeys: String, CodingKey {
        case arguments, executable, interpreter, folder, variables
        case programFingerprint = "program_fingerprint"
        case findsCheckpoints = "finds_checkpoints"
    }
}

extension AttemptFolder {
    /// Writes `command.json`.
    public func writeCommand(_ record: CommandRecord) throws(FileError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(record) else {
            throw FileError(path: commandFile, doing: "write", errno: EIO)
        }
        try writeWhole(String(decoding: json, as: UTF8.self) + "\n", to: commandFile)
    }

    /// Nil where the attempt ran no command, or the file is damaged.
    public func storedCommand() -> CommandRecord? {
        FileManager.default.contents(atPath: commandFile)
            .flatMap { try? JSONDecoder().decode(CommandRecord.self, from: $0) }
    }
}
