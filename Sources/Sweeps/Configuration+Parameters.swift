public import Settings

extension Configuration {
    /// The hyperparameters one by one, by dotted name and in its order: what columns, conditions and queries speak of.
    ///
    /// A mapping with a `name` counts as that name, with its other entries below it: `{name: adam, eps: 1e-8}` as
    /// `optimizer` is `optimizer` = `adam` and `optimizer.eps` = `1e-8`. Lists and empty mappings stay whole.
    /// Those that are not written come with their defaults where these are known.
    public var parameters: [(name: String, value: SettingValue)] {
        var parameters = defaults.map { (name: $0.key, value: $0.value) }
        for (name, value) in settings { Self.collect(value, named: name, into: &parameters) }
        return parameters.sorted { $0.name < $1.name }
    }

    /// The same for looking up by dotted name.
    public var parametersByName: [String: SettingValue] {
        Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first }
    }

    private static func collect(
        _ value: SettingValue, named name: String, into parameters: inout [(name: String, value: SettingValue)]
    ) {
        guard case .mapping(let entries) = value, !entries.isEmpty else { return parameters.append((name, value)) }
        for (key, entry) in entries {
            if key == "name", case .string = entry {
                parameters.append((name, entry))
            } else {
                collect(entry, named: "\(name).\(key)", into: &parameters)
            }
        }
    }
}
