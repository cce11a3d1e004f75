import Foundation
import ProgramMetrics
import Settings
import Sweeps
import TrialFolders
import TrialScheduling

/// Brings what a program reports into its attempt's journal.
struct ProgramMeasurements {
    private let context: WorkerLoop.Context
    private var collector: MetricCollector
    private var succession: Succession

    /// Begins the journal: what earlier attempts measured counts until the program says it anew.
    ///
    /// - Parameters:
    ///   - earlier: what this attempt may go on from.
    ///   - variables: the program's, whose paths begin at the root.
    /// - Throws: `FileError`; `SettingError` for a pattern that cannot be used.
    init(
        _ context: WorkerLoop.Context, program: SweepProgram, after earlier: EarlierMeasurements,
        variables: [String: String]
    ) throws {
        self.context = context
        let origin = earlier.origin
        collector = try MetricCollector(
            program, order: context.order, variables: variables, earlierCounts: earlier.lastSteps)
        succession = Succession(isNeeded: origin != nil || !earlier.unread.isEmpty)
        try context.begin(fromAttempt: origin?.attempt ?? 0, journalPosition: origin?.offset ?? 0)
        if !earlier.unread.isEmpty { try context.report(earlier.unread, at: nil) }
    }

    mutating func take(printed bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { collector.take(printed: $0) }
    }

    mutating func look() throws {
        try take(collector.poll())
        // The next value may be long in coming.
        try context.flush()
    }

    mutating func finish() throws {
        try take(collector.finish())
        for (path, count) in collector.damage {
            let lines = Phrases.count(count, "line")
            context.warn("\(path): \(lines) could not be read and \(count == 1 ? "was" : "were") left out.")
        }
        if collector.leftOutCount > 0 {
            let values = Phrases.count(collector.leftOutCount, "value")
            context.warn("\(values) of metrics beyond the first 10,000, or with names that are too long, left out.")
        }
    }

    private mutating func take(_ findings: [Finding]) throws {
        for finding in findings {
            for withdrawal in succession.withdrawals(before: finding) { try context.withdraw(withdrawal) }
            if case .values(let runs, let time) = finding { try context.report(runs, at: time) }
        }
    }
}

/// What earlier attempts at a trial have measured that a further one may go on from.
struct EarlierMeasurements {
    /// Where what counts of it ends; nil where there is no journal, or one that has lost something: what is known then is
    /// in `unread`.
    let origin: JournalPosition?
    /// What was reported and no journal has.
    let unread: [MeasurementRun]
    /// The last step of each metric, where the program has left a checkpoint: only then it goes on counting.
    let lastSteps: [String: Int]

    /// - Throws: `FileError`; `SettingError`.
    init(before attempt: AttemptFolder, _ order: AttemptOrder, _ program: SweepProgram) throws {
        let newest = try attempt.newestJournal(of: order.earlierAttempts)
        let damage = try newest.flatMap { try attempt.sibling($0.attempt).journalDamage(before: $0.offset) }
        origin = damage == nil ? newest : nil
        unread = try UnreadReports(attempt, order, program).runs(goingOnFrom: origin)
        var steps: [String: Int] = [:]
        if attempt.number > 1, !attempt.checkpointsAreEmpty {
            steps = try attempt.lastSteps(upTo: origin)
            for run in unread { steps[run.metric] = max(steps[run.metric] ?? 0, run.lastStep) }
        }
        lastSteps = steps
    }
}

extension MetricCollector {
    /// - Parameter variables: the program's, whose paths begin at the root.
    init(
        _ program: SweepProgram, order: AttemptOrder, variables: [String: String], earlierCounts: [String: Int] = [:]
    ) throws(SettingError) {
        try self.init(
            metrics: program.metricNames(objective: order.objective),
            settings: program.metrics.expanded(by: variables), trialFolder: variables["SWEEP_TRIAL_DIR"] ?? ".",
            reportedFile: variables["SWEEP_METRICS"], wandbFile: variables["SWEEP_WANDB_METRICS"],
            earlierCounts: earlierCounts)
    }
}

extension ReportedMetrics {
    /// With variables in paths filled in.
    fileprivate func expanded(by variables: [String: String]) -> ReportedMetrics {
        var result = self
        let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
        result.csvFiles = csvFiles.map { CommandItem($0, environment: environment).text }
        result.jsonLineFiles = jsonLineFiles.map { CommandItem($0, environment: environment).text }
        return result
    }
}

extension SweepProgram {
    /// Names that are looked for in what it prints.
    func metricNames(objective: Objective) -> [String] { objective.isNamed ? [objective.metric] : [] }
}
