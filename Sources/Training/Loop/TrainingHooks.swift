/// What a training asks of whoever runs it.
public struct TrainingHooks {
    /// Takes what was measured.
    public var report: (MeasuredValues) throws -> Void
    /// Called when an epoch and what is measured after it have been reported.
    public var epochEnded: () throws -> Void
    /// Called before each checkpoint: makes what was reported durable and says how far its record has come.
    public var journalPosition: () throws -> Int
    /// Asked before each step; true ends the training with a checkpoint.
    public var stopRequested: () -> Bool
    /// Seconds since some moment; never runs backwards.
    public var clock: () -> Double

    public init(
        report: @escaping (MeasuredValues) throws -> Void = { _ in },
        epochEnded: @escaping () throws -> Void = {},
        journalPosition: @escaping () throws -> Int = { 0 },
        stopRequested: @escaping () -> Bool = { false },
        clock: @escaping () -> Double
    ) {
        self.report = report
        self.epochEnded = epochEnded
        self.journalPosition = journalPosition
        self.stopRequested = stopRequested
        self.clock = clock
    }
}

/// How a training ended.
public enum TrainingOutcome: Hashable, Sendable {
    case finished
    /// A loss was not finite at this step: of its batch or, after the epoch, of a set. Epoch and step count from 1.
    case diverged(Metric, epoch: Int, step: Int)
    /// It was asked to stop, and goes on from its checkpoint.
    case stopped
}
