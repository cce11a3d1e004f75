public import Settings

/// The hyperparameters of a trial without its seed: nested settings by name.
///
/// A dotted path reaches into mappings: after `set("optimizer", "adam")` and `set("optimizer.betas", [0.9, 0.99])` the
/// setting `optimizer` is `{name: adam, betas: [0.9, 0.99]}`.
public struct Configuration: Hashable, Sendable {
    /// What is written.
    public private(set) var settings: [String: SettingValue]
    /// By dotted name, what settings come to that are not written, as far as somebody asked: absent is not nothing. They
    /// are `parameters` like the others, but no part of the settings, the canonical text, or a trial's identity.
    public private(set) var defaults: [String: SettingValue] = [:]

    public init(_ settings: [String: SettingValue] = [:]) {
        self.settings = settings
    }

    /// The setting at a dotted path, or nil where nothing was written. A name alone answers to `….name`.
    /// What is not written comes to its default where that is known.
    public subscript(path: String) -> SettingValue? { written(path) ?? defaults[path] }

    private func written(_ path: String) -> SettingValue? { Self.value(at: path[...], in: settings) }

    /// Names of other programs' parameters may have dots themselves, so that a path can be read in several ways.
    private static func value(at path: Substring, in settings: [String: SettingValue]) -> SettingValue? {
        if let value = settings[String(path)] { return value }
        for dot in path.indices where path[dot] == "." {
            guard let inside = settings[String(path[..<dot])]?.asMapping else { continue }
            if let value = value(at: path[path.index(after: dot)...], in: inside) { return value }
        }
        return nil
    }

    /// Sets the value at a dotted path, making mappings on the way; a name on the way becomes `{name: …}`.
    ///
    /// Setting a name (`adam`) where a mapping without a name is (`{betas: …}`) keeps the mapping and names it, so that
    /// the order in which a person wrote the two does not matter.
    public mutating func set(_ path: String, _ value: SettingValue) {
        settings = Self.setting(path: path.split(separator: ".").map(String.init)[...], to: value, in: settings)
    }

    /// Sets the value under `keys`, each the name of an entry as it is: dots in them mean nothing, and nothing is merged.
    public mutating func set(keys: [String], _ value: SettingValue) {
        settings = Self.setting(keys[...], to: value, in: settings)
    }

    private static func setting(
        _ keys: ArraySlice<String>, to value: SettingValue, in settings: [String: SettingValue]
    ) -> [String: SettingValue] {
        guard let first = keys.first else { return settings }
        var result = settings
        guard keys.count > 1 else {
            result[first] = value
            return result
        }
        var inside: [String: SettingValue] = [:]
        if case .mapping(let entries)? = settings[first] { inside = entries }
        result[first] = .mapping(setting(keys.dropFirst(), to: value, in: inside))
        return result
    }

    /// The configuration with what others name and it does not.
    ///
    /// - Parameter defaults: by dotted name; those of what is written do not count.
    public func with(defaults: [String: SettingValue]) -> Configuration {
        var result = Configuration(settings)
        let written = result.parametersByName
        result.defaults = defaults.filter { written[$0.key] == nil }
        return result
    }

    /// Adds all of `other`'s settings, which win where both have one.
    public mutating func merge(_ other: [String: SettingValue]) {
        for (path, value) in other.sorted(by: { $0.key < $1.key }) { set(path, value) }
    }

    private static func setting(
        path: ArraySlice<String>, to value: SettingValue, in settings: [String: SettingValue]
    ) -> [String: SettingValue] {
        guard let first = path.first else { return settings }
        var result = settings
        if path.count > 1 {
            result[first] = .mapping(setting(path: path.dropFirst(), to: value, in: settings[first]?.asMapping ?? [:]))
        } else if case .string = value, case .mapping(var entries)? = settings[first], entries["name"] == nil {
            entries["name"] = value
            result[first] = .mapping(entries)
        } else {
            result[first] = value
        }
        return result
    }

    /// The settings as JSON in one canonical form; equal configurations have equal text.
    public var canonicalJSON: String { SettingValue.mapping(settings).canonicalJSON }
}

extension Configuration: Codable {
    public init(from decoder: any Decoder) throws {
        settings = try decoder.singleValueContainer().decode([String: SettingValue].self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(settings)
    }
}
