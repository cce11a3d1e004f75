import Foundation

/// Both ends of a pipe; programs that are started do not inherit them. Whoever has an end closes it.
public struct PipeEnds: Sendable {
    public let reading: Int32
    public let writing: Int32

    /// Nil where the system gives none; `errno` says why.
    public init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (reading, writing) = (ends[0], ends[1])
    }

    /// Lets nobody wait at these ends.
    public static func neverBlock(_ ends: Int32...) {
        for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }
}
