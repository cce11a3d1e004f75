import Settings

/// A part of a YAML file with its place: aliases and merge keys are resolved, plain text has its meaning.
struct YAMLNode: Hashable, Sendable {
    indirect enum Content: Hashable, Sendable {
        case scalar(Scalar)
        case list([YAMLNode])
        /// In the order written; each key once.
        case mapping([Entry])
    }

    struct Scalar: Hashable, Sendable {
        let value: SettingValue
        /// The text that the value was read from, without quotation marks.
        let text: String
        let isPlain: Bool
        /// Whether the value is a whole number that is written as a decimal: `1.0`, `1e3`.
        var isDecimal = false
        /// Columns from the node's position to the text's first character; nil for text over several lines.
        let indent: Int?
    }

    struct Entry: Hashable, Sendable {
        let key: String
        let position: SourcePosition
        let value: YAMLNode
    }

    let content: Content
    let position: SourcePosition
    /// Parts in all, itself included, with aliases written out.
    let size: Int
    /// Levels in all, 1 for a scalar, with aliases written out.
    let depth: Int

    init(_ content: Content, at position: SourcePosition) {
        self.content = content
        self.position = position
        let children: [YAMLNode] =
            switch content {
            case .scalar: []
            case .list(let elements): elements
            case .mapping(let entries): entries.map(\.value)
            }
        size = children.reduce(1) { $0 + $1.size }
        depth = 1 + (children.map(\.depth).max() ?? 0)
    }

    var value: SettingValue {
        switch content {
        case .scalar(let scalar): scalar.value
        case .list(let elements): .list(elements.map(\.value))
        case .mapping(let entries):
            .mapping(Dictionary(entries.map { ($0.key, $0.value.value) }) { first, _ in first })
        }
    }

    var isNull: Bool { value == .null }

    /// `'momentum' is 1.2; it must be in 0..<1.`, at this node's place.
    func problem(_ path: String, _ rule: String) -> SweepFileError.Problem {
        SweepFileError.Problem(
            position: position, message: SettingError(path: path, value: value, rule: rule).description)
    }
}

extension YAMLNode.Entry {
    /// `'momentum': no such key; …`, at the key's place.
    func problem(_ path: String, _ rule: String) -> SweepFileError.Problem {
        SweepFileError.Problem(
            position: position, message: SettingError(path: path, value: nil, rule: rule).description)
    }
}
