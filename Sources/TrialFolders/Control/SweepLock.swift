import Foundation

/// The right to schedule a sweep, which one process at a time holds and which dies with it.
///
/// It is the kernel's lock on a file, in which the holder says who it is. On a file system that has no locks, the words
/// decide: whether the process that they name still runs, or, on another machine, whether it has renewed its lease on the
/// file of late. Words that are left there say that what their writer did was not brought to an end, so only `end` and
/// `giveBack` take them away.
public struct SweepLock: ~Copyable {
    private let descriptor: Int32
    /// Nil where the kernel's lock decides.
    private let lease: SweepLease?
    /// What the file said before.
    private let wordsBefore: Data
    /// Whether the one who held it before was killed, or its machine stopped.
    public let followsUncleanEnd: Bool
    /// Who that was; nil if it could not say so.
    public let killedHolder: Holder?

    /// What the kernel says of a lock that is asked for.
    enum Answer {
        case granted, refused, unsupported
    }

    /// - Throws: `SweepLock.Taken` if another process holds it, `FileError` if the file cannot be made.
    public init(path: String) throws {
        try self.init(path: path, asking: Self.ask)
    }

    init(path: String, asking ask: (Int32) -> Answer) throws {
        let text = Data(Holder.own.json.utf8)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path, doing: "create", errno: errno) }
        let answer = ask(descriptor)
        let before = FileManager.default.contents(atPath: path) ?? Data()
        let holder = Self.holder(in: before)
        let claim: Claim =
            switch answer {
            case .granted: .none
            case .refused: .live
            case .unsupported: Self.claim(of: holder, on: path)
            }
        if claim != .none {
            close(descriptor)
            throw Taken(holder: holder, leaseSeconds: claim.leaseSeconds)
        }
        lease = answer == .unsupported ? SweepLease(descriptor: descriptor) : nil
        wordsBefore = before
        followsUncleanEnd = !before.isEmpty
        killedHolder = holder
        self.descriptor = descriptor
        say(text)
    }

    private func say(_ words: Data) {
        ftruncate(descriptor, 0)
        _ = words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        // After a power cut too it must be known that somebody was at work.
        fdatasync(descriptor)
    }

    /// Leaves the lock after work that was brought to an end, so that the next holder need not check what it finds.
    public consuming func end() {
        say(Data())
    }

    /// Leaves the lock as if nobody had held it: of what an earlier holder left nothing was looked at or mended.
    public consuming func giveBack() {
        say(wordsBefore)
    }

    /// Asks for a moment, since `isHeld` holds it too while it looks.
    private static func ask(_ descriptor: Int32) -> Answer {
        for _ in 0..<40 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return .granted }
            if errno != EWOULDBLOCK, errno != EINTR { return .unsupported }
            usleep(5_000)
        }
        return .refused
    }

    /// What is left of somebody's right where no lock decides.
    private enum Claim: Hashable {
        case none, live
        /// Of one on another machine: it ends in so many seconds unless it is renewed.
        case lease(seconds: Int)

        var leaseSeconds: Int? { if case .lease(let seconds) = self { seconds } else { nil } }
    }

    private static func claim(of holder: Holder?, on path: String) -> Claim {
        guard let holder else { return .none }
        if !holder.isElsewhere { return holder.identity.isAlive ? .live : .none }
        return SweepLease.secondsLeft(of: path).map(Claim.lease) ?? .none
    }

    private static func holder(in words: Data) -> Holder? { Holder(json: words) }

    /// Whether some process holds the lock of this path now.
    public static func isHeld(path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return false }
        if errno == EWOULDBLOCK { return true }
        return claim(of: holder(in: FileManager.default.contents(atPath: path) ?? Data()), on: path) != .none
    }

    /// Who holds the lock of this path now; nil if nobody does, or it has not said yet who it is.
    public static func holder(path: String) -> Holder? {
        isHeld(path: path) ? holder(in: FileManager.default.contents(atPath: path) ?? Data()) : nil
    }

    deinit {
        close(descriptor)
    }

    /// Another process schedules the sweep.
    public struct Taken: Error, Hashable, Sendable, CustomStringConvertible {
        /// Nil if it has not said yet who it is.
        public let holder: Holder?
        /// When the right of one on another machine ends unless it is renewed; nil where the process is known to run.
        public let leaseSeconds: Int?

        init(holder: Holder?, leaseSeconds: Int? = nil) {
            self.holder = holder
            self.leaseSeconds = leaseSeconds
        }

        /// A clause.
        public var description: String {
            let words = "this sweep is being run by \(holder?.words ?? "another process")"
            guard let leaseSeconds else { return words }
            return words + "; if that has ended, its right ends in \(leaseSeconds) s"
        }
    }
}
