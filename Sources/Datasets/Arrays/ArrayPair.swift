/// An array of examples `[count, …]` and one of their targets `[count]`.
public struct ArrayPair: Hashable, Sendable {
    public let x: ArrayPlace
    public let y: ArrayPlace

    public init(x: ArrayPlace, y: ArrayPlace) {
        self.x = x
        self.y = y
    }
}

extension ArrayPair: PreparableSource {
    var name: String { x.path }

    var targetName: String { y.path }

    var recipe: String { "arrays \(Self.array(x)) \(Self.array(y))" }

    func listing() throws -> SourceListing {
        var files = [try SourceFile(path: x.path, name: "x")]
        if y.path != x.path { files.append(try SourceFile(path: y.path, name: "y")) }
        return SourceListing(files: files)
    }

    func prepare(_ files: [SourceFile], _ preparation: Preparation) throws -> PreparedContent {
        let examples = try x.open(role: "x")
        let layout = try examples.layout()
        let count = examples.shape[0]
        let stored = try y.open(role: "y")
        let targets = SourceTargets(
            path: y.path, place: .element(of: stored.name), categories: nil, values: try stored.targets(count: count))
        let writer = try preparation.writer(layout, capacity: count)
        try examples.write(to: writer, ProgressCounter(name: name, total: count, report: preparation.report))
        return PreparedContent(writer: writer, targets: targets)
    }

    /// The kind and name of an array, without the path.
    private static func array(_ place: ArrayPlace) -> String {
        switch place {
        case .npy: "npy"
        case .npz(_, let array): "npz:\(array)"
        case .idx(let path): path.lowercased().hasSuffix(".gz") ? "idx.gz" : "idx"
        }
    }
}
