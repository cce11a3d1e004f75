import Foundation

/// A checkpoint that cannot be written, as when the disk is full.
public struct CheckpointWriteError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    /// The operating system's number for what went wrong.
    public let errno: Int32

    public var description: String { "\(path): cannot be written: \(String(cString: strerror(errno)))." }
}
