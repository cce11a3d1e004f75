import Training

/// The checkpoints that an attempt at a trial left, to be looked at without training.
public struct StoredCheckpoints: Sendable {
    /// One that cannot be used.
    public struct Problem: CustomStringConvertible {
        fileprivate let error: CheckpointError

        public var description: String { error.description }

        /// Renames the file, so that it is not taken up.
        ///
        /// - Returns: its new path; nil if it could not be renamed, or merely could not be read.
        public func setAside() -> String? { error.setAside() }
    }

    private let folder: CheckpointFolder

    /// - Parameters:
    ///   - path: the attempt's folder.
    ///   - identity: what tells the trial from all others.
    public init(folder path: String, identity: String) {
        folder = CheckpointFolder(path: path, identity: identity)
    }

    /// Those that are damaged, of another training, or without what was measured before them.
    ///
    /// - Parameter lostMeasurements: what is lost of the measurements before a place in the attempt's journal; nil if
    ///   nothing is.
    /// - Throws: what `lostMeasurements` throws.
    public func problems(lostMeasurements: (_ journalPosition: Int) throws -> String?) rethrows -> [Problem] {
        try folder.problems(lostMeasurements: lostMeasurements).map(Problem.init)
    }
}
