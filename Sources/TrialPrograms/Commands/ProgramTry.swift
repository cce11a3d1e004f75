import Foundation
public import ProgramMetrics
import SweepFiles
import SweepPlanning
public import SweepRuns
import Sweeps
import TrialFolders

/// A sweep's first trial, run to see what is read of it; nothing of it is kept.
public struct ProgramTry {
    /// What was seen.
    public struct Outcome: Sendable {
        /// Of each metric, by name.
        public let metrics: [MetricRecord]
        /// Names in printed text that are near to the objective's, but are not it.
        public let nearNames: [String]
        /// How the program ended, a clause; nil with exit code 0.
        public let trouble: String?
        public let wasStopped: Bool
    }

    private let prepared: PreparedSweep
    private let program: SweepProgram

    /// Nil for the training core.
    public init?(_ prepared: PreparedSweep) {
        guard let program = prepared.sweep.program else { return nil }
        self.prepared = prepared
        self.program = program
    }

    /// Runs it in a temporary folder, which is removed.
    ///
    /// - Parameters:
    ///   - stopRequested: asked a few times a second.
    ///   - output: takes what the program prints, as it comes.
    /// - Throws: `FileError`; what keeps the program from being started.
    public func run(stopRequested: @escaping () -> Bool, output: (ArraySlice<UInt8>) -> Void) throws -> Outcome {
        let place = URL(filePath: NSTemporaryDirectory()).appending(path: "sweep-try-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: place) }
        guard let trial = prepared.plan.trials.first else {
            throw ProgramStart.Problem.notFound("the file plans no trial")
        }
        let folder = SweepFolder(sweep: "try", besideStore: place + "/store").trial(trial.identity)
        try folder.create(for: trial, number: 1, sweep: prepared.sweep.name)
        let attempt = try folder.claimAttempt()
        let order = AttemptOrder(
            sweep: prepared.sweep.name, trial: trial, number: 1, objective: prepared.sweep.objective,
            folder: prepared.file.folder, program: program)
        let python = program.wandb == .none ? nil : try PythonSupport.write(to: place + "/python")
        let start = try ProgramStart(order, program: program, in: attempt, python: python)
        try start.write()
        var collector = try MetricCollector(program, order: order, variables: start.variables)
        var watch = ProgramWatch(
            try start.process(), grace: program.grace, stopSignal: program.stopSignal, stopRequested: stopRequested)
        while let bytes = watch.next(look: { _ = collector.poll() }) {
            output(bytes)
            bytes.withUnsafeBytes { collector.take(printed: $0) }
        }
        let end = watch.end().end
        _ = collector.finish()
        return Outcome(
            metrics: collector.table, nearNames: collector.nearNames, trouble: end == .exited(0) ? nil : end.words,
            wasStopped: stopRequested())
    }
}
