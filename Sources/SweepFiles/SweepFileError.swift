public import Settings

/// Why a sweep file cannot be used: everything that is wrong in it, each with its place.
public struct SweepFileError: InputError, Hashable, Sendable {
    public struct Problem: Error, Hashable, Sendable {
        /// Nil where the file as a whole is wrong: it does not exist, it is a folder.
        public let position: SourcePosition?
        /// One or more sentences: `'momentum' is 1.2; it must be in 0..<1.`
        public let message: String

        public init(position: SourcePosition?, message: String) {
            self.position = position
            self.message = message
        }
    }

    /// As the person wrote it.
    public let path: String
    public let first: Problem
    /// What is wrong besides, in the order of the file.
    public let others: [Problem]

    public init(path: String, first: Problem, others: [Problem] = []) {
        self.path = path
        self.first = first
        self.others = others
    }

    /// Of the first problem.
    public var position: SourcePosition? { first.position }
    /// Of the first problem.
    public var message: String { first.message }
}

extension SweepFileError {
    /// More would not be read.
    static let mostLines = 20

    /// One line for each problem: `sweeps/a.yaml:7:13: 'momentum' is 1.2; it must be in 0..<1.`
    public var description: String {
        var lines = ([first] + others).prefix(Self.mostLines).map { problem in
            let place = problem.position.map { "\(path):\($0)" } ?? path
            return "\(place): \(problem.message)"
        }
        let hidden = 1 + others.count - lines.count
        if hidden > 0 { lines.append("\(path): There are \(hidden) more mistakes.") }
        return lines.joined(separator: "\n")
    }
}
