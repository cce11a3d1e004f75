import Randomness

/// The preparation of one source: where its examples go, and who hears of the progress.
struct Preparation: Sendable {
    enum Destination: Hashable, Sendable {
        /// A file in this folder that has no name until it is whole.
        case folder(String)
        /// Nowhere: the examples are read and checked, and that is all.
        case nowhere
    }

    let destination: Destination
    /// Of the content of the source's files, in their order.
    let fingerprints: [Fingerprint]
    let report: ProgressReport

    /// What takes the examples. Throws a `PreparedWriteError`, also if the disk has no room for all of them.
    ///
    /// - Parameter capacity: how many examples there may be; nil if that shows only when all are written.
    func writer(_ layout: ExampleLayout, capacity: Int?) throws(PreparedWriteError) -> PreparedFileWriter {
        try PreparedFileWriter(destination, layout: layout, capacity: capacity)
    }
}

/// Examples that are written and wait for the name of their file.
struct PreparedContent {
    let writer: PreparedFileWriter
    /// The places that hold examples, ascending.
    let kept: [Int]
    /// Of the kept examples.
    let targets: SourceTargets
    let skipped: [PreparedDescription.Skipped]
    let table: PreparedDescription.TableColumns?

    /// - Parameter kept: nil: every place holds an example.
    init(
        writer: PreparedFileWriter, targets: SourceTargets, kept: [Int]? = nil,
        skipped: [PreparedDescription.Skipped] = [], table: PreparedDescription.TableColumns? = nil
    ) {
        self.writer = writer
        self.targets = targets
        self.kept = kept ?? Array(0..<targets.values.count)
        self.skipped = skipped
        self.table = table
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

    /// What it is made of as it is now. Throws a `DataError`.
    func listing() throws -> SourceListing

    /// Writes the examples. Throws a `DataError`, a `SettingError` or a `PreparedWriteError`.
    func prepare(_ files: [SourceFile], _ preparation: Preparation) throws -> PreparedContent
}

extension PreparableSource {
    var targetName: String { name }
}

/// What a source is made of.
struct SourceListing: Hashable, Sendable {
    /// In a fixed order; none if the source is computed.
    let files: [SourceFile]
    /// What lies there and is not used, each a clause that names it.
    var notes: [String] = []
}
