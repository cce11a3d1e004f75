import Foundation
public import Logging
import Synchronization

/// Worker processes of this machine, one per slot, watched by one thread while there are any.
///
/// A worker leads a process group of its own, so that Ctrl-C at the terminal reaches the scheduler alone, who then tells
/// the workers what to do; and so that what a worker started ends with it.
public final class LocalWorkers: TrialLauncher {
    public let events: AsyncStream<WorkerEvent>
    private let reports: AsyncStream<WorkerEvent>.Continuation
    private let executable: String
    private let arguments: [String]
    private let cores: Int
    private let logger: Logger
    private let state: Mutex<State>

    private struct State {
        var workers: [Int: Worker] = [:]
        var isWatched = false
        /// Wakes the thread that watches when it has more to do; nil before the first worker.
        var alarm: PipeEnds?
        var memoryKills = MemoryKills()
    }

    private struct Worker {
        var process: WorkerProcess
        /// Lines that were no notices.
        var others = 0
    }

    /// Lines of a worker's that are no notices and are still worth a warning.
    private static let mostWarnings = 3

    /// - Parameters:
    ///   - executable: the program to start, an absolute path.
    ///   - arguments: what makes it a worker.
    ///   - cores: that the workers together may keep busy, at least 1.
    public init(executable: String, arguments: [String], cores: Int, logger: Logger) {
        precondition(cores >= 1, "\(cores) cores cannot work")
        self.executable = executable
        self.arguments = arguments
        self.cores = cores
        self.logger = logger
        state = Mutex(State())
        (events, reports) = AsyncStream.makeStream()
    }

    /// Makes sure that the scheduler and one worker can have the threads that they need; without them they would wait for
    /// ever.
    public static func checkThreads() throws(TrialScheduler.Failure) {
        // Those of Swift's tasks, of Dispatch, of signals and of workers; a worker has two.
        let needed = min(4, ProcessInfo.processInfo.activeProcessorCount) + 6
        do {
            try PlainThread.check(needed)
        } catch {
            throw .noThreads(needed, reason: "\(error)")
        }
    }

    deinit {
        guard let alarm = state.withLock(\.alarm) else { return }
        for end in [alarm.reading, alarm.writing] { Foundation.close(end) }
    }

    public func start(slot: Int, amongst count: Int) {
        let threads = String(max(1, cores / max(1, count)))
        let variables = Dictionary(uniqueKeysWithValues: ThreadVariables.names.map { ($0, threads) })
        do {
            try state.withLock { state in
                precondition(state.workers[slot] == nil, "slot \(slot) has a worker already")
                try watch(&state)
                let process = try WorkerProcess(executable: executable, arguments: arguments, variables: variables)
                logger.debug("worker \(slot) is process \(process.process)")
                state.workers[slot] = Worker(process: process)
                Self.ring(state.alarm)
            }
        } catch {
            reports.yield(.exited(slot: slot, reason: "\(error)"))
        }
    }

    public func send(_ order: WorkerOrder, to slot: Int) {
        guard let line = try? WorkerLine.encode(order) else { return }
        change(slot) { process in
            process.write(line)
            if case .stop = order { process.wake() }
        }
    }

    public func close(slot: Int) {
        change(slot) { process in
            process.closeInput()
            process.wake()
        }
    }

    public func end(slot: Int, by force: WorkerForce) {
        change(slot) { $0.end(by: force) }
    }

    public func memory(ofWorkerAt slot: Int, above limit: Int) -> Int? {
        guard let process = state.withLock({ $0.workers[slot]?.process.process }),
            let most = ProcessMemory.resident(ofTree: process), most > limit
        else { return nil }
        // What processes share is held once; to find that out takes a while.
        let held = ProcessMemory.proportional(ofTree: process) ?? most
        return held > limit ? held : nil
    }

    /// Does something to the worker at `slot`, if there is one.
    private func change(_ slot: Int, _ body: (inout WorkerProcess) -> Void) {
        state.withLock { state in
            guard var worker = state.workers[slot] else { return }
            body(&worker.process)
            state.workers[slot] = worker
            if worker.process.hasUnwritten { Self.ring(state.alarm) }
        }
    }

    /// Sees to it that a thread watches the workers.
    private func watch(_ state: inout State) throws {
        if state.alarm == nil {
            guard let alarm = PipeEnds() else { throw WorkerProcess.StartError.refused(errno) }
            PipeEnds.neverBlock(alarm.reading, alarm.writing)
            state.alarm = alarm
        }
        guard !state.isWatched else { return }
        try PlainThread.start { while self.lookOnce() {} }
        state.isWatched = true
    }

    private static func ring(_ alarm: PipeEnds?) {
        // A full pipe wakes as well.
        if let alarm { _ = write(alarm.writing, "!", 1) }
    }

    /// Waits until something happens, for a moment at most, and sees to it.
    ///
    /// - Returns: whether there are workers left.
    private func lookOnce() -> Bool {
        var (watched, isLeaving) = state.withLock { state in
            var watched = [pollfd(fd: state.alarm?.reading ?? -1, events: Int16(POLLIN), revents: 0)]
            for worker in state.workers.values {
                if let output = worker.process.output {
                    watched.append(pollfd(fd: output, events: Int16(POLLIN), revents: 0))
                }
                if worker.process.hasUnwritten, let input = worker.process.input {
                    watched.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0))
                }
            }
            return (watched, state.workers.values.contains { $0.process.output == nil })
        }
        // Ends of workers whose output is open in another process are seen by looking.
        _ = poll(&watched, nfds_t(watched.count), isLeaving ? 5 : 100)
        return state.withLock { state in
            var rings = [UInt8](repeating: 0, count: 1024)
            if let alarm = state.alarm { while read(alarm.reading, &rings, rings.count) == rings.count {} }
            for slot in state.workers.keys.sorted() { see(to: slot, &state) }
            state.isWatched = !state.workers.isEmpty
            return state.isWatched
        }
    }

    private func see(to slot: Int, _ state: inout State) {
        guard var worker = state.workers[slot] else { return }
        // Asked first: what it wrote before its end is then read.
        let hasEnded = worker.process.hasEnded
        worker.process.flush()
        if let lines = worker.process.readLines() {
            for line in lines { take(line, from: slot, &worker) }
        } else if !worker.process.wasKilled {
            logger.warning("worker \(slot) is ended, for what it says is no line")
            worker.process.end(by: .kill)
        }
        // One that says no more is of no use, if it is not about to be gone.
        if worker.process.output == nil, !hasEnded { worker.process.endSilent() }
        if hasEnded {
            let end = worker.process.finish()
            var reason = end.description
            if end == .signaled(SIGKILL), !worker.process.wasKilled, let cause = state.memoryKills.explain() {
                reason += ": " + cause
            }
            state.workers[slot] = nil
            reports.yield(.exited(slot: slot, reason: reason))
        } else {
            state.workers[slot] = worker
        }
    }

    private func take(_ line: String, from slot: Int, _ worker: inout Worker) {
        if let notice = try? WorkerLine.decode(WorkerNotice.self, from: line) {
            reports.yield(.notice(slot: slot, notice))
            return
        }
        worker.others += 1
        if worker.others > Self.mostWarnings { return }
        let last = worker.others == Self.mostWarnings ? "; more of that kind is not shown" : ""
        logger.warning("worker \(slot) said something that is no notice: \(line.debugDescription)\(last)")
    }
}
