/// What was read from a source: a table in memory, or examples in a prepared file.
enum SourceContent: Sendable {
    case table(Table)
    /// Also what lies at the source and is not used.
    case prepared(PreparedFile, of: any PreparableSource, notes: [String])

    var targets: SourceTargets {
        switch self {
        case .table(let table): table.targets
        case .prepared(let file, let source, _):
            SourceTargets(
                path: source.targetName, place: file.description.targetName.map { .element(of: $0) } ?? .name,
                categories: file.description.categories, values: file.targets)
        }
    }

    /// A hash of the content and of all that shaped it as it was read.
    var fingerprint: String {
        switch self {
        case .table(let table): "\(table.fingerprint)\(table.target.name)"
        case .prepared(let file, _, _): file.description.key
        }
    }

    /// The memory that it takes from this process alone, in bytes.
    var size: Int {
        switch self {
        case .table(let table): table.cells.ownSize
        case .prepared(let file, _, _): (file.targets.count + file.moments.count) * MemoryLayout<Double>.stride
        }
    }

    /// What lies at the source and is not used, each a clause that names it.
    var notes: [String] {
        if case .prepared(_, _, let notes) = self { notes } else { [] }
    }

    /// Pictures that were left out, with the reason.
    var skipped: [String] {
        switch self {
        case .table: []
        case .prepared(let file, let source, _):
            file.description.skipped.map { "\(source.name)/\($0.name): \($0.reason)" }
        }
    }
}
