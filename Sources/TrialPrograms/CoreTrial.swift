public import Sweeps
import TrialFolders
public import TrialScheduling
public import Workloads

/// An attempt at a trial by the training core, in a worker.
public struct CoreTrial {
    public enum Problem: Error {
        /// The data are not those that the trial was planned with.
        case changedData
    }

    private let context: WorkerLoop.Context
    private let workload: Workload

    /// - Throws: `Problem`; what is wrong with the configuration or its data.
    public init(_ context: WorkerLoop.Context, cache: WorkloadCache) throws {
        self.context = context
        let order = context.order
        workload = try Workload(
            configuration: order.trial.configuration, objective: order.objective, folder: order.folder,
            cache: cache)
        guard workload.summary.fingerprint == order.trial.data else { throw Problem.changedData }
    }

    /// - Parameter warn: takes what a person should know, besides the scheduler.
    /// - Throws: `FileError` where the attempt's files cannot be written; what makes the trial fail.
    public func train(warn: @escaping (String) -> Void) throws -> AttemptEnd {
        let (context, order) = (context, context.order)
        let earlierAttempts = order.earlierAttempts.map(context.attempt.sibling)
        let attempt = TrainingAttempt(
            folder: context.attempt.path,
            earlierFolders: earlierAttempts.map(\.path),
            identity: order.trial.identity.description,
            begin: { folder, position in
                let earlier = earlierAttempts.first { $0.path == folder }
                try context.begin(fromAttempt: earlier?.number ?? 0, journalPosition: position, with: .own)
            },
            report: { context.report($0) },
            epochEnded: { try context.endEpoch() },
            journalPosition: { try context.syncJournal() },
            lostMeasurements: { folder, position in
                try earlierAttempts.first { $0.path == folder }?.journalDamage(before: position)?.words
            },
            stopRequested: { context.stopCause != nil },
            warn: { message in
                warn(message)
                context.warn(message)
            })
        let end: AttemptEnd
        do {
            end = try workload.train(seed: order.trial.seed, attempt: attempt)
        } catch let error as CheckpointWriteError {
            throw FileError(path: error.path, doing: "write", errno: error.errno)
        }
        if case .interrupted = end, let cause = context.stopCause { return cause.end }
        return end
    }
}
