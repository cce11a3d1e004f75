import ArgumentParser
import Foundation
import Sweeps
import TextReports
import TrialFolders
import TrialScheduling
import Workloads

/// A worker process, which `sweep run` starts.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Train trials as a scheduler orders.", shouldDisplay: false)

    @Option(help: "Where prepared data are kept.")
    var dataCache: String?

    func run() throws {
        signal(SIGINT, SIG_IGN)
        signal(SIGHUP, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGTERM, SIG_DFL)
        let cache = WorkloadCache(preparedFolder: dataCache)
        WorkerLoop(prepare: TrainingMemory.take) { context in try Self.train(context, cache: cache) }.run()
    }

    private static func train(_ context: WorkerLoop.Context, cache: WorkloadCache) throws -> AttemptEnd {
        let order = context.order
        let workload = try Workload(
            configuration: order.trial.configuration, objective: order.objective, folder: order.dataFolder,
            cache: cache)
        guard workload.summary.fingerprint == order.trial.data else {
            throw CommandError.wrongInput(
                "The data have changed since this trial was planned; 'sweep run' plans it anew.")
        }
        let attempt = TrainingAttempt(
            folder: order.attempt.path,
            earlierFolders: order.earlierAttempts.map(\.path),
            identity: order.trial.identity.description,
            begin: { folder, position in
                let earlier = order.earlierAttempts.first { $0.path == folder }
                try context.begin(fromAttempt: earlier?.number ?? 0, journalPosition: position, with: .own)
            },
            report: { context.report($0) },
            epochEnded: { try context.endEpoch() },
            journalPosition: { try context.syncJournal() },
            lostMeasurements: { folder, position in
                try order.earlierAttempts.first { $0.path == folder }?.journalDamage(before: position)?.words
            },
            stopRequested: { context.stopCause != nil },
            warn: { message in
                StandardError.say(message)
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
