import Settings
public import Sweeps

/// The hyperparameters that are not the same in all of some configurations: what tables and legends need to say.
public struct VaryingParameters: Hashable, Sendable {
    /// In their order by name.
    public let names: [String]
    /// How many others there are, the same in all.
    public let sharedCount: Int

    /// A hyperparameter that one configuration has and another has not varies too.
    public init(among configurations: some Sequence<Configuration>) {
        var shared: [String: SettingValue]?
        var all: Set<String> = []
        for configuration in configurations {
            let parameters = Dictionary(configuration.parameters.map { ($0.name, $0.value) }) { first, _ in first }
            all.formUnion(parameters.keys)
            shared = shared?.filter { parameters[$0.key] == $0.value } ?? parameters
        }
        names = all.filter { shared?[$0] == nil }.sorted()
        sharedCount = all.count - names.count
    }
}
