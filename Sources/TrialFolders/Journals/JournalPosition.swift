public import Foundation
public import Sweeps

/// A place in the journal of one attempt.
public struct JournalPosition: Hashable, Sendable {
    public let attempt: Int
    /// In bytes from the journal's start.
    public let offset: Int

    public init(attempt: Int, offset: Int) {
        self.attempt = attempt
        self.offset = offset
    }
}

/// Values that no longer count: a program that goes on measures them again, or another source is trusted more.
public struct Withdrawal: Hashable, Sendable {
    /// Nil for all metrics.
    public let metric: String?
    /// Earlier steps keep their values; at least 0.
    public let firstStep: Int

    public init(metric: String?, firstStep: Int) {
        self.metric = metric
        self.firstStep = firstStep
    }
}

/// What one line of a journal measures, or withdraws.
public struct JournalLine: Hashable, Sendable {
    public let runs: [MeasurementRun]
    /// What no longer counts of all that comes before this line.
    public let withdrawal: Withdrawal?
    /// When it was written; nil in journals of older versions.
    public let time: Date?
    /// Where the line ends, in bytes from the journal's start.
    public let end: Int

    public init(runs: [MeasurementRun], at time: Date? = nil, end: Int) {
        self.runs = runs
        withdrawal = nil
        self.time = time
        self.end = end
    }

    public init(_ withdrawal: Withdrawal, end: Int) {
        runs = []
        self.withdrawal = withdrawal
        time = nil
        self.end = end
    }
}
