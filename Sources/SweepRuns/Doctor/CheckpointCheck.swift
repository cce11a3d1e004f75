/// Looks through the checkpoints that an attempt at a trial left, without knowing what was trained.
public struct CheckpointCheck: Sendable {
    /// A checkpoint that cannot be used.
    public struct Problem {
        /// A sentence that names the file.
        let words: String
        /// Renames the file, so that it is not taken up, and returns its new path; nil if it could not be renamed, or
        /// merely could not be read.
        let setAside: () -> String?

        public init(words: String, setAside: @escaping () -> String?) {
            self.words = words
            self.setAside = setAside
        }
    }

    public typealias LostMeasurements = (_ journalPosition: Int) throws -> String?

    /// Takes the attempt's folder, the trial's identity, and what says which measurements before a place in the attempt's
    /// journal are lost.
    let problems: @Sendable (_ folder: String, _ identity: String, LostMeasurements) throws -> [Problem]

    public init(_ problems: @escaping @Sendable (String, String, LostMeasurements) throws -> [Problem]) {
        self.problems = problems
    }
}
