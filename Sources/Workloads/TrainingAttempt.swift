public import Sweeps

/// What one attempt at a trial needs from whoever runs it.
public struct TrainingAttempt {
    /// Exists, and gets this attempt's `last.safetensors` and `best.safetensors`.
    public var folder: String
    /// Folders of earlier attempts, the newest first; the training goes on from the first whole checkpoint among them.
    public var earlierFolders: [String]
    /// What tells the trial from all others; checkpoints of other trials are refused.
    public var identity: String
    /// Called once, before the first measurement: the folder of the checkpoint that the training goes on from (nil: from
    /// the start), and how far that attempt's journal had come when it was taken.
    public var begin: (_ folder: String?, _ journalPosition: Int) throws -> Void
    public var report: (MeasurementRun) throws -> Void
    /// Called when an epoch and what is measured after it have been reported.
    public var epochEnded: () throws -> Void
    /// Brings what was reported to the disk and says how far the journal has come.
    public var journalPosition: () throws -> Int
    /// What is lost of the measurements before this place in the journal of the attempt with this folder; nil if nothing
    /// is. No training goes on from a checkpoint whose measurements are lost.
    public var lostMeasurements: (_ folder: String, _ journalPosition: Int) throws -> String?
    /// Asked before each step; true ends the attempt with a checkpoint.
    public var stopRequested: () -> Bool
    /// Takes what a person should know and no measurement says, such as a damaged checkpoint.
    public var warn: (String) -> Void

    public init(
        folder: String, earlierFolders: [String] = [], identity: String,
        begin: @escaping (_ folder: String?, _ journalPosition: Int) throws -> Void = { _, _ in },
        report: @escaping (MeasurementRun) throws -> Void,
        epochEnded: @escaping () throws -> Void = {},
        journalPosition: @escaping () throws -> Int = { 0 },
        lostMeasurements: @escaping (_ folder: String, _ journalPosition: Int) throws -> String? = { _, _ in nil },
        stopRequested: @escaping () -> Bool = { false },
        warn: @escaping (String) -> Void = { _ in }
    ) {
        self.folder = folder
        self.earlierFolders = earlierFolders
        self.identity = identity
        self.begin = begin
        self.report = report
        self.epochEnded = epochEnded
        self.journalPosition = journalPosition
        self.lostMeasurements = lostMeasurements
        self.stopRequested = stopRequested
        self.warn = warn
    }
}
