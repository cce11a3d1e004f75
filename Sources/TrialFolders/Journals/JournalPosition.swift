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
    /// Where the line ends, in bytes from the journal's start.
    public let end: Int

    public init(runs: [MeasurementRun], end: Int) {
        self.runs = runs
        self.end = end
    }
}
