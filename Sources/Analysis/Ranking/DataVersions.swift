import Settings
public import Sweeps

/// Which data changed while trials were trained on them, so that some have another version of them than others.
public struct DataVersions: Hashable, Sendable {
    /// The fingerprints of those of which there are several versions.
    public let changed: Set<String>

    public init(_ trained: some Sequence<(configuration: Configuration, data: String)>) {
        var versions: [[String: SettingValue]: Set<String>] = [:]
        for (configuration, data) in trained {
            versions[Self.origin(of: configuration), default: []].insert(data)
        }
        changed = versions.values.filter { $0.count > 1 }.reduce(into: Set()) { $0.formUnion($1) }
    }

    /// What decides which data a trial was given; weights that it starts from count as data.
    private static func origin(of configuration: Configuration) -> [String: SettingValue] {
        configuration.parametersByName.filter { ["data", "init"].contains($0.key) || $0.key.hasPrefix("data.") }
    }
}
