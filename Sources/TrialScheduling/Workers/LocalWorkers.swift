import Foundation
public import Logging
import Subprocess
import Synchronization

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Worker processes of this machine, one per slot.
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
    private let workers = Mutex<[Int: Worker]>([:])

    private struct Worker {
        var orders: AsyncStream<WorkerOrder>.Continuation
        var process: Int32?
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
        (events, reports) = AsyncStream.makeStream()
    }

    public func start(slot: Int, amongst count: Int) {
        let (orders, continuation) = AsyncStream<WorkerOrder>.makeStream()
        workers.withLock { workers in
            precondition(workers[slot] == nil, "slot \(slot) has a worker already")
            workers[slot] = Worker(orders: continuation)
        }
        Task {
            var reason: String
            do {
                reason = try await work(at: slot, threads: max(1, cores / max(1, count)), orders: orders)
            } catch {
                reason = "worker could not be started: \(error)"
            }
            workers.withLock { $0[slot] = nil }
            reports.yield(.exited(slot: slot, reason: reason))
        }
    }

    public func send(_ order: WorkerOrder, to slot: Int) {
        workers.withLock { _ = $0[slot]?.orders.yield(order) }
        if case .stop = order { wake(slot) }
    }

    public func close(slot: Int) {
        workers.withLock { $0[slot]?.orders.finish() }
        wake(slot)
    }

    public func end(slot: Int, by force: WorkerForce) {
        guard let process = workers.withLock({ $0[slot]?.process }) else { return }
        kill(-process, force == .kill ? SIGKILL : SIGTERM)
        wake(slot)
    }

    /// Lets a worker go on that somebody has stopped, since what is wanted of it cannot wait.
    private func wake(_ slot: Int) {
        if let process = workers.withLock({ $0[slot]?.process }) { kill(-process, SIGCONT) }
    }

    public func memory(ofWorkerAt slot: Int) -> Int? {
        workers.withLock { $0[slot]?.process }.flatMap(ProcessMemory.resident(of:))
    }

    /// Runs one worker process, whose numerical libraries may use so many threads, to its end and says how it ended.
    private func work(at slot: Int, threads: Int, orders: AsyncStream<WorkerOrder>) async throws -> String {
        var options = PlatformOptions()
        options.processGroupID = 0
        var variables: [Environment.Key: String?] = [:]
        for name in ThreadVariables.names {
            if let key = Environment.Key(rawValue: name) { variables[key] = String(threads) }
        }
        let result = try await Subprocess.run(
            .path(FilePath(executable)), arguments: Arguments(arguments),
            environment: .inherit.updating(variables), platformOptions: options,
            input: .inputWriter, output: .sequence, error: .currentStandardError
        ) { execution in
            let process = execution.processIdentifier.value
            workers.withLock { $0[slot]?.process = process }
            logger.debug("worker \(slot) is process \(process)")
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    do {
                        for await order in orders {
                            _ = try await execution.standardInputWriter.write(WorkerLine.encode(order))
                        }
                        try await execution.standardInputWriter.finish()
                    } catch {
                        // A worker that no longer reads is about to be seen as gone.
                        self.logger.debug("worker \(slot) takes no orders: \(error)")
                    }
                }
                do {
                    try await self.listen(to: execution.standardOutput.strings(), at: slot)
                } catch {
                    self.logger.warning("worker \(slot) is ended, for its notices cannot be read: \(error)")
                    kill(-process, SIGKILL)
                }
                group.cancelAll()
            }
            // What the worker may have started is not to outlive it.
            kill(-process, SIGKILL)
        }
        return result.terminationStatus.words
    }

    private func listen(to lines: SubprocessOutputSequence.StringSequence<UTF8>, at slot: Int) async throws {
        var others = 0
        for try await line in lines {
            if let notice = try? WorkerLine.decode(WorkerNotice.self, from: line) {
                reports.yield(.notice(slot: slot, notice))
                continue
            }
            others += 1
            if others > Self.mostWarnings { continue }
            let last = others == Self.mostWarnings ? "; more of that kind is not shown" : ""
            logger.warning("worker \(slot) said something that is no notice: \(line.debugDescription)\(last)")
        }
    }
}

extension TerminationStatus {
    /// As messages say it: `killed by signal 9 (Killed)`.
    fileprivate var words: String {
        switch self {
        case .exited(let code): "worker exited with code \(code)"
        case .signaled(let signal): "worker killed by signal \(signal) (\(String(cString: strsignal(signal))))"
        }
    }
}
