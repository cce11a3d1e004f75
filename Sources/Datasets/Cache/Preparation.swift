/// The preparation of one source: where its examples are written, and who hears of the progress.
struct Preparation: Sendable {
    /// Of the unfinished file.
    let path: String
    let report: @Sendable (PreparationProgress) -> Void
}

/// Examples that are written and wait for the name of their file.
struct PreparedContent {
    let writer: PreparedFileWriter
    /// The places that hold examples, ascending.
    let kept: [Int]
    /// Of the kept examples.
    let targets: SourceTargets
    let skipped: [PreparedDescription.Skipped]

    /// - Parameter kept: nil: every place holds an example.
    init(
        writer: PreparedFileWriter, targets: SourceTargets, kept: [Int]? = nil,
        skipped: [PreparedDescription.Skipped] = []
    ) {
        self.writer = writer
        self.targets = targets
        self.kept = kept ?? Array(0..<writer.capacity)
        self.skipped = skipped
    }
}

/// A kind of source whose examples are prepared once and then mapped into the memory of every process.
protocol PreparableSource: Sendable {
    /// For messages: a path or a name.
    var name: String { get }

    /// Where the targets are, for messages.
    var targetName: String { get }

    /// The kind and everything else that shapes the examples beside the names and the content of the files; equal
    /// recipes make equal examples of equal files.
    var recipe: String { get }

    /// The files it is made of, in a fixed order; none if it is computed. Throws a `DataError`.
    func files() throws -> [SourceFile]

    /// Writes the examples. Throws a `DataError` or a `SettingError`.
    func prepare(_ files: [SourceFile], _ preparation: Preparation) throws -> PreparedContent
}

extension PreparableSource {
    var targetName: String { name }
}
