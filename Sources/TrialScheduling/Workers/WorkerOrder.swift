import Foundation
public import Sweeps
public import TrialFolders

/// What the scheduler tells a worker: one line of JSON on the worker's standard input.
public enum WorkerOrder: Hashable, Sendable, Codable {
    /// Make this attempt at this trial; its folder says how.
    case attempt(TrialIdentity, AttemptFolder)
    /// Checkpoint at the next step and end the attempt at this trial, if it has not ended by then.
    case stop(TrialIdentity, StopCause)
}

/// What a worker tells the scheduler: one line of JSON on the worker's standard output.
public enum WorkerNotice: Hashable, Sendable, Codable {
    /// The worker waits for its first order.
    case ready
    /// The worker cannot work here, and leaves.
    case cannotStart(reason: String)
    /// The attempt has ended, and its journal says how.
    case ended(TrialIdentity)
    /// What a person should know of the attempt under way, such as a damaged checkpoint.
    case warning(TrialIdentity, message: String)
    /// The attempt's files cannot be written; nothing can go on.
    case cannotWrite(TrialIdentity, FileError)
}

/// Lines of JSON between scheduler and worker.
enum WorkerLine {
    static func encode(_ message: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(message), as: UTF8.self) + "\n"
    }

    static func decode<Message: Decodable>(_ type: Message.Type, from line: String) throws -> Message {
        try JSONDecoder().decode(type, from: Data(line.utf8))
    }
}
