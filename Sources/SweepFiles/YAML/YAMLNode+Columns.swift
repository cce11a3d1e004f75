import Settings

/// Columns of tables are named freely, so that their names are text however they look: `no`, `2024`, `012`.
extension YAMLNode {
    private static let columnKeys: Set<String> = ["target", "categories", "ignore"]

    /// Whether a dotted path is that of a setting which names columns.
    static func namesColumns(_ path: String) -> Bool {
        path.hasPrefix("data.") && columnKeys.contains(String(path.dropFirst("data.".count)))
    }

    /// The node under the key `data`, or one that begins so, with the names of columns as they were written.
    func withColumnsAsWritten(_ path: String) -> YAMLNode {
        switch content {
        case .mapping(let entries) where path == "data":
            let changed = entries.map { entry in
                Entry(
                    key: entry.key, position: entry.position,
                    value: entry.value.withColumnsAsWritten("data.\(entry.key)"))
            }
            return YAMLNode(.mapping(changed), at: position)
        case .list(let elements):
            return YAMLNode(.list(elements.map { $0.withColumnsAsWritten(path) }), at: position)
        case .scalar(let scalar) where scalar.isPlain && scalar.value != .null && Self.namesColumns(path):
            let text = Scalar(value: .string(scalar.text), text: scalar.text, isPlain: true, indent: scalar.indent)
            return YAMLNode(.scalar(text), at: position)
        case .mapping, .scalar: return self
        }
    }
}
