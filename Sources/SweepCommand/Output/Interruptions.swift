@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, SIGTERM and the loss of the terminal, as a stream instead of the end of the process.
///
/// From the first stream on they go to who listens last; while nobody does they end the process, with code 130.
enum Interruptions {
    private static let listener = Mutex<AsyncStream<Void>.Continuation?>(nil)
    private static let count = Atomic(0)

    /// Whether there was one since the first stream.
    static var haveBeen: Bool { count.load(ordering: .acquiring) > 0 }

    private static let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            count.add(1, ordering: .releasing)
            let isHeard = listener.withLock { listener in
                if case .enqueued? = listener?.yield() { true } else { false }
            }
            if !isHeard { _exit(130) }
        }
        source.activate()
        return source
    }

    static func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        listener.withLock { $0 = continuation }
        _ = sources
        return stream
    }
}
