public import Settings

/// Says what settings come to that a configuration does not name: of `names`, dotted, those that have a default there.
public typealias SettingDefaults =
    @Sendable (_ configuration: Configuration, _ names: Set<String>) -> [String: SettingValue]

extension Collection<Configuration> {
    /// The configurations, each with the defaults of what only others name, so that they can be compared: of a list with
    /// `dropout: 0.5` and `weight_decay: 0.1` each has both.
    public func completed(by defaults: @escaping SettingDefaults) -> [Configuration] {
        completed(by: map { _ in defaults })
    }

    /// The same where each has defaults of its own.
    ///
    /// - Parameter defaults: of each configuration.
    public func completed(by defaults: [SettingDefaults]) -> [Configuration] {
        precondition(defaults.count == count, "\(defaults.count) defaults of \(count) configurations")
        let names = map { Set($0.parameters.map(\.name)) }
        let all = names.reduce(into: Set<String>()) { $0.formUnion($1) }
        return zip(zip(self, names), defaults).map { one, defaults in
            let (configuration, own) = one
            let missing = all.subtracting(own)
            guard !missing.isEmpty else { return configuration }
            return configuration.with(
                defaults: configuration.defaults.merging(defaults(configuration, missing)) { first, _ in first })
        }
    }
}
