import Dispatch
import Foundation

/// The right to schedule a sweep where the file system has no locks: the time of the lock's file, which its holder renews
/// for as long as it lives.
final class SweepLease: Sendable {
    /// From one renewal to the next, in seconds.
    private static let interval = 10
    /// Without renewal it ends after so many seconds.
    static let duration = 120

    /// Touched at the beginning and the end alone.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer

    /// - Parameter descriptor: the lock's file, open for as long as the lease lives.
    init(descriptor: Int32) {
        timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now(), repeating: .seconds(Self.interval))
        timer.setEventHandler { futimens(descriptor, nil) }
        timer.resume()
    }

    deinit { timer.cancel() }

    /// Until the lease on a file ends; nil where it has.
    ///
    /// The time is that of the file system, since clocks of machines differ.
    static func secondsLeft(of path: String) -> Int? {
        var (file, probe) = (stat(), stat())
        guard stat(path, &file) == 0 else { return nil }
        let name = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        var now = Int(time(nil))
        if descriptor >= 0 {
            if fstat(descriptor, &probe) == 0 { now = probe.st_mtim.tv_sec }
            close(descriptor)
            unlink(name)
        }
        let left = duration - (now - file.st_mtim.tv_sec)
        return left > 0 ? left : nil
    }
}
