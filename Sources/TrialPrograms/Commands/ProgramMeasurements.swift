import Foundation
import Sweeps
import TrialFolders
import TrialScheduling

/// Brings what a program reports into its attempt's journal.
struct ProgramMeasurements {
    private let context: WorkerLoop.Context
    /// Whether earlier attempts have measured something that this one may go on from.
    private let goesOn: Bool
    /// Metrics that this attempt has reported.
    private var begun: Set<String> = []

    /// Begins the journal: what earlier attempts measured counts until the program says it anew.
    init(_ context: WorkerLoop.Context, program: SweepProgram) throws {
        self.context = context
        let origin = try context.attempt.newestJournal(of: context.order.earlierAttempts)
        goesOn = origin != nil
        try context.begin(fromAttempt: origin?.attempt ?? 0, journalPosition: origin?.offset ?? 0)
    }

    mutating func take(printed bytes: ArraySlice<UInt8>) throws {
    }

    mutating func look() throws {
    }

    mutating func finish() throws {
    }

    /// Takes values that the program has reported.
    private mutating func take(_ runs: [MeasurementRun]) throws {
        for run in runs where begun.insert(run.metric).inserted && goesOn {
            // One that begins at the beginning starts afresh.
            let isAfresh = begun.count == 1 && run.firstStep <= 1
            try context.withdraw(
                Withdrawal(metric: isAfresh ? nil : run.metric, firstStep: isAfresh ? 0 : run.firstStep))
        }
        for run in runs { context.report(run) }
        try context.endEpoch()
    }
}
