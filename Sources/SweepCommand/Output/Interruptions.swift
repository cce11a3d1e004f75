import Foundation
import Synchronization
import TextReports
import TrialScheduling

/// Ctrl-C, SIGTERM and the loss of the terminal, as something other than a sudden end of the process.
///
/// From the first use on they go to who listens last; while nobody does they end the process, with code 130. The third
/// one ends it soon, whatever else is stuck.
enum Interruptions {
    private static let listener = Mutex<AsyncStream<Void>.Continuation?>(nil)
    private static let lastWords = Mutex<String?>(nil)
    private static let count = Atomic(0)
    /// Where the handler of signals leaves a byte for each.
    private static let writingEnd = Atomic<Int32>(-1)
    /// How long a run that was told thrice may take to end its workers and note it.
    private static let patience: Duration = .seconds(3)

    /// Whether there was one since the first use.
    static var haveBeen: Bool { count.load(ordering: .acquiring) > 0 }

    /// A thread of its own hears them even where work takes all others, or where no more can be had.
    private static let heard: Void = {
        guard let letters = PipeEnds() else { return endAtOnce() }
        PipeEnds.neverBlock(letters.reading, letters.writing)
        writingEnd.store(letters.writing, ordering: .releasing)
        do {
            try PlainThread.start { hear(from: letters.reading) }
        } catch {
            return endAtOnce()
        }
        handle { _ in
            let former = errno
            var byte: UInt8 = 0
            _ = write(Interruptions.writingEnd.load(ordering: .acquiring), &byte, 1)
            errno = former
        }
    }()

    /// For want of a thread nobody can hear signals.
    private static func endAtOnce() {
        handle { _ in _exit(130) }
    }

    private static func handle(by handler: @escaping @convention(c) (Int32) -> Void) {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let former = signal(number, handler)
            // As `nohup` wants it.
            if number == SIGHUP, isIgnoring(former) { signal(number, SIG_IGN) }
        }
    }

    private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func hear(from descriptor: Int32) {
        var end: ContinuousClock.Instant?
        while true {
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            poll(&watched, 1, end == nil ? -1 : 100)
            var byte: UInt8 = 0
            while read(descriptor, &byte, 1) == 1 { take() }
            if end == nil, count.load(ordering: .acquiring) >= 3 { end = .now + patience }
            if let end, end < .now { _exit(130) }
        }
    }

    private static func take() {
        count.add(1, ordering: .releasing)
        let isHeard = listener.withLock { listener in
            if case .enqueued? = listener?.yield() { true } else { false }
        }
        if isHeard { return }
        if let words = lastWords.withLock(\.self) {
            // A line of progress may stand there.
            let clearing = Terminal.standardError().hasCursor ? "\r\u{1b}[K" : ""
            StandardError.write(clearing + SafeText.escaping(words) + "\n")
        }
        _exit(130)
    }

    /// From now on an interruption that nobody listens to ends the process with these words.
    static func endProcess(saying words: String?) {
        lastWords.withLock { $0 = words }
        heard
    }

    static func stream() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        listener.withLock { $0 = continuation }
        endProcess(saying: nil)
        return stream
    }
}
