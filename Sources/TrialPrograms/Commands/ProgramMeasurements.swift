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
    /// Whether earlier attempts have measured something that this one may go on from.
    private let goesOn: Bool
    /// The first step that this attempt has reported of each metric, from the source that counts.
    private var firstSteps: [String: Int] = [:]
    /// Whether the program has begun at the beginning, so that nothing is left of earlier attempts.
    private var isAfresh = false

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
        let (order, origin) = (context.order, earlier.origin)
        goesOn = origin != nil
        collector = try MetricCollector(
            program, order: order, variables: variables, earlierCounts: earlier.lastSteps)
        try context.begin(fromAttempt: origin?.attempt ?? 0, journalPosition: origin?.offset ?? 0)
    }

    mutating func take(printed bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { collector.take(printed: $0) }
    }

    mutating func look() throws {
        try take(collector.poll())
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
            switch finding {
            case .values(let runs, let time):
                if goesOn, !isAfresh { try takePlace(of: runs) }
                for run in runs {
                    firstSteps[run.metric] = min(firstSteps[run.metric] ?? .max, run.firstStep)
                }
                try context.report(runs, at: time)
            case .withdrawn(let metric):
                guard let step = firstSteps.removeValue(forKey: metric) else { continue }
                try context.withdraw(Withdrawal(metric: metric, firstStep: step))
            }
        }
    }

    /// Withdraws what earlier attempts measured from the first steps of `runs` on, of metrics that are new.
    private mutating func takePlace(of runs: [MeasurementRun]) throws {
        for run in runs where run.firstStep < firstSteps[run.metric] ?? .max {
            isAfresh = firstSteps.isEmpty && run.firstStep <= 1
            if isAfresh { return try context.withdraw(Withdrawal(metric: nil, firstStep: 0)) }
            firstSteps[run.metric] = run.firstStep
            try context.withdraw(Withdrawal(metric: run.metric, firstStep: run.firstStep))
        }
    }
}

/// What earlier attempts at a trial have measured that a further one may go on from.
struct EarlierMeasurements {
    /// Where their journal ends; nil where there is none.
    let origin: JournalPosition?
    /// Of each metric; none unless they have left a checkpoint, since only then a program goes on counting.
    let lastSteps: [String: Int]

    /// - Throws: `FileError`.
    init(before attempt: AttemptFolder, in attempts: [Int]) throws {
        origin = try attempt.newestJournal(of: attempts)
        lastSteps = attempt.checkpointsAreEmpty ? [:] : try attempt.lastSteps(upTo: origin)
    }
}

extension MetricCollector {
    /// - Parameter variables: the program's, whose paths begin at the root.
    init(
        _ program: SweepProgram, order: AttemptOrder, variables: [String: String], earlierCounts: [String: Int] = [:]
    ) throws(SettingError) {
        try self.init(
            metrics: order.objective.isNamed ? [order.objective.metric] : [],
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
