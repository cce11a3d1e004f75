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
/// A worker is in a process group of its own, so that Ctrl-C at the terminal reaches the scheduler alone, who then
/// tells the workers what to do. Each uses one BLAS thread.
public final class LocalWorkers: TrialLauncher {
    public let slots: Int
    public let events: AsyncStream<WorkerEvent>
    private let reports: AsyncStream<WorkerEvent>.Continuation
    private let executable: String
    private let arguments: [String]
    private let logger: Logger
    private let workers: Mutex<[Worker?]>

    private struct Worker {
        var orders: AsyncStream<WorkerOrder>.Continuation
        var process: Int32?
    }

    /// - Parameters:
    ///   - slots: workers at once, at least 1.
    ///   - executable: the program to start, an absolute path.
    ///   - arguments: what makes it a worker.
    public init(slots: Int, executable: String, arguments: [String], logger: Logger) {
        precondition(slots >= 1, "\(slots) slots leave nobody to work")
        self.slots = slots
        self.executable = executable
        self.arguments = arguments
        self.logger = logger
        (events, reports) = AsyncStream.makeStream()
        workers = Mutex([Worker?](repeating: nil, count: slots))
    }

    public func start(slot: Int) {
        let (orders, continuation) = AsyncStream<WorkerOrder>.makeStream()
        workers.withLock { workers in
            precondition(workers[slot] == nil, "slot \(slot) has a worker already")
            workers[slot] = Worker(orders: continuation)
        }
        Task {
            var reason: String
            do {
                reason = try await work(at: slot, orders: orders)
            } catch {
                reason = "worker could not be started: \(error)"
            }
            workers.withLock { $0[slot] = nil }
            reports.yield(.exited(slot: slot, reason: reason))
        }
    }

    public func send(_ order: WorkerOrder, to slot: Int) {
        workers.withLock { _ = $0[slot]?.orders.yield(order) }
    }

    public func close(slot: Int) {
        workers.withLock { $0[slot]?.orders.finish() }
    }

    public func kill(slot: Int) {
        let process = workers.withLock { $0[slot]?.process }
        if let process { _ = Foundation.kill(process, SIGKILL) }
    }

    /// Runs one worker process to its end and says how it ended.
    private func work(at slot: Int, orders: AsyncStream<WorkerOrder>) async throws -> String {
        var options = PlatformOptions()
        options.processGroupID = 0
        let threads: [Environment.Key: String?] = [
            "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
        ]
        let result = try await Subprocess.run(
            .path(FilePath(executable)), arguments: Arguments(arguments),
            environment: .inherit.updating(threads), platformOptions: options,
            input: .inputWriter, output: .sequence, error: .currentStandardError
        ) { execution in
            workers.withLock { $0[slot]?.process = execution.processIdentifier.value }
            logger.debug("worker \(slot) is process \(execution.processIdentifier.value)")
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await order in orders {
                        _ = try await execution.standardInputWriter.write(WorkerLine.encode(order))
                    }
                    try await execution.standardInputWriter.finish()
                }
                for try await line in execution.standardOutput.strings() {
                    guard let notice = try? WorkerLine.decode(WorkerNotice.self, from: line) else {
                        logger.warning("worker \(slot) said something that is no notice: \(line.debugDescription)")
                        continue
                    }
                    reports.yield(.notice(slot: slot, notice))
                }
                group.cancelAll()
            }
        }
        return result.terminationStatus.words
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
