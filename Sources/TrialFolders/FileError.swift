import Foundation

/// A file or folder that the operating system would not let us use.
public struct FileError: Error, Hashable, Sendable, Codable, CustomStringConvertible {
    public let path: String
    /// A verb: `write`, `create`, `read`.
    public let doing: String
    /// The operating system's number for what went wrong.
    public let errno: Int32

    public init(path: String, doing: String, errno: Int32) {
        self.path = path
        self.doing = doing
        self.errno = errno
    }

    public var description: String { "\(path): cannot \(doing) it: \(String(cString: strerror(errno)))." }
}
