import Foundation
public import Settings

/// Prepared data that cannot be written, which is no fault of the data.
public struct PreparedWriteError: OutputError, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The operating system's number for what went wrong.
        case system(Int32)
        /// In bytes.
        case noRoom(needed: Int, free: Int)
    }

    /// The folder of the prepared data.
    public let path: String
    public let reason: Reason

    /// What the system last said.
    static func lastOfSystem(_ path: String) -> PreparedWriteError {
        PreparedWriteError(path: path, reason: .system(errno))
    }

    public var description: String {
        let words =
            switch reason {
            case .system(let number): String(cString: strerror(number))
            case .noRoom(let needed, let free):
                "they take \(ByteWords.text(needed)), and \(ByteWords.text(free)) are free"
            }
        return "\(path): prepared data cannot be written: \(words)."
    }

    public var remedy: String {
        switch reason {
        case .noRoom, .system(ENOSPC), .system(EDQUOT), .system(EFBIG): "free some space"
        case .system(EACCES), .system(EPERM), .system(EROFS): "give write permission"
        case .system(ENOTDIR), .system(EEXIST): "move away what is in the folder's place"
        default: "check the disk"
        }
    }
}
