@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, SIGTERM and the loss of the terminal, as something other than a sudden end of the process.
///
/// From the first use on they go to who listens last; while nobody does they end the process, with code 130.
enum Interruptions {
    private static let listener = Mutex<AsyncStream<Void>.Continuation?>(nil)
    private static let lastWords = Mutex<String?>(nil)
    private static let count = Atomic(0)

    /// Whether there was one since the first use.
    static var haveBeen: Bool { count.load(ordering: .acquiring) > 0 }

    private static let sources = {
        // A queue of its own gets a thread even where work takes all those of the global queues.
        let queue = DispatchQueue(label: "sweep.interruptions")
        // Another thread registers the sources; what came before would be lost if it were ignored.
        let registered = DispatchSemaphore(value: 0)
        let sources = [SIGINT, SIGTERM, SIGHUP].compactMap { number -> (any DispatchSourceSignal)? in
            let former = signal(number) { _ in _exit(130) }
            if number == SIGHUP, isIgnoring(former) {
                // As `nohup` wants it.
                signal(number, SIG_IGN)
                return nil
            }
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { handle() }
            source.setRegistrationHandler { registered.signal() }
            source.activate()
            return source
        }
        for _ in sources { registered.wait() }
        return sources
    }()

    private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func handle() {
        count.add(1, ordering: .releasing)
        let isHeard = listener.withLock { listener in
            if case .enqueued? = listener?.yield() { true } else { false }
        }
        if isHeard { return }
        if let words = lastWords.withLock(\.self) {
            // A line of progress may stand there.
            let clearing = Terminal.standardError().width != nil ? "\r\u{1b}[K" : ""
            StandardError.write(clearing + SafeText.escaping(words) + "\n")
        }
        _exit(130)
    }

    /// From now on an interruption that nobody listens to ends the process with these words.
    static func endProcess(saying words: String?) {
        lastWords.withLock { $0 = words }
        _ = sources
    }

    static func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        listener.withLock { $0 = continuation }
        endProcess(saying: nil)
        return stream
    }
}
