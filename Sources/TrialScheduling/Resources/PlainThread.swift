import Dispatch
import Foundation

/// Threads that say so where the system refuses them; Foundation's and Dispatch's then wait for ever.
public enum PlainThread {
    /// The system gives no further thread.
    public struct Refused: Error, CustomStringConvertible {
        let errno: Int32

        public var description: String {
            "the system gives no further thread (\(String(cString: strerror(errno)))); 'ulimit -u', 'ulimit -v' or the "
                + "control group's 'pids.max' may be too low"
        }
    }

    /// Runs `body` on a new thread, which ends with it.
    ///
    /// - Parameter stack: its size, in bytes; those of the system's size take much of a limited address space.
    public static func start(stack: Int = 1 << 20, _ body: @escaping @Sendable () -> Void) throws(Refused) {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        pthread_attr_init(attributes)
        defer {
            pthread_attr_destroy(attributes)
            attributes.deallocate()
        }
        pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(attributes, stack)
        var thread = pthread_t()
        let body = Unmanaged.passRetained(Body(run: body))
        let code = pthread_create(
            &thread, attributes,
            { body in
                body.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }
                return nil
            }, body.toOpaque())
        guard code == 0 else {
            body.release()
            throw Refused(errno: code)
        }
    }

    /// Makes sure that this process may have `count` more threads of the usual size, or processes, at once.
    public static func check(_ count: Int) throws(Refused) {
        let gate = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)
        var started = 0
        defer {
            for _ in 0..<started { gate.signal() }
            for _ in 0..<started { ended.wait() }
        }
        while started < count {
            try start(stack: 8 << 20) {
                gate.wait()
                ended.signal()
            }
            started += 1
        }
    }

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
