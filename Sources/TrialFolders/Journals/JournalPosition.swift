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

/// What one line of a journal measures.
public struct JournalLine: Hashable, Sendable {
    public let runs: [MeasurementRun]
    /// When it was written; nil in journals of older versions.
    public let time: Date?
    /// Where the line ends, in bytes from the journal's start.
    public let end: Int

    public init(runs: [MeasurementRun], at time: Date? = nil, end: Int) {
        self.runs = runs
        self.time = time
        self.end = end
    }
}
