import Settings
public import Sweeps

/// The hyperparameters that are not the same in all of some configurations: what tables and legends need to say.
public struct VaryingParameters: Hashable, Sendable {
    /// In the wanted order as far as that goes, then by name.
    public let names: [String]
    /// How many others there are, the same in all.
    public let sharedCount: Int

    /// A hyperparameter that one configuration has and another has not varies too.
    ///
    /// - Parameter order: names in the order in which they are to come; an option such as `decay.rate` comes with the
    ///   setting that it belongs to.
    public init(among configurations: some Sequence<Configuration>, order: [String] = []) {
        var shared: [String: SettingValue]?
        var all: Set<String> = []
        for configuration in configurations {
            let parameters = configuration.parametersByName
            all.formUnion(parameters.keys)
            shared = shared?.filter { parameters[$0.key] == $0.value } ?? parameters
        }
        func place(_ name: String) -> Int {
            order.firstIndex { name == $0 || name.hasPrefix($0 + ".") } ?? order.count
        }
        names = all.filter { shared?[$0] == nil }.sorted { (place($0), $0) < (place($1), $1) }
        sharedCount = all.count - names.count
    }
}
