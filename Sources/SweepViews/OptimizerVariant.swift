public import Settings
public import Sweeps

/// An optimizer with its options, as some of a sweep's configurations have it.
public struct OptimizerVariant: Hashable, Sendable {
    public struct Option: Hashable, Sendable {
        /// Dotted: `optimizer.beta`.
        public let name: String
        public let value: SettingValue
    }

    /// Its name, with the options in which it differs from others of that name: `momentum, beta 0.9`.
    public let label: String
    public let name: String
    public let options: [Option]
    /// The first configuration with it.
    public let configuration: Configuration
    /// What varies among the configurations with it, with the value in `configuration`.
    public let held: [Option]

    /// What says how long and with which rates a training goes on, which a range test decides itself.
    private static let irrelevant = [
        "lr", "decay", "epochs", "early_stopping", "evaluate_every", "checkpoint_every",
    ]

    /// Each optimizer once, in the order of the configurations.
    ///
    /// - Parameter standard: the optimizer of configurations that name none.
    public static func all(
        of configurations: [Configuration], standard: String
    ) -> [OptimizerVariant] {
        let groups = Group.all(of: configurations, standard: standard)
        return groups.map { group in
            let name = group.name
            let options = options(group.settings)
            let rivals = groups.filter { $0.name == name && $0.settings != group.settings }
                .map { Self.options($0.settings) }
            let telling = options.filter { option in rivals.contains { !$0.contains(option) } }
            let words = telling.map { "\($0.name.dropFirst("optimizer.".count)) \($0.value)" }
            return OptimizerVariant(
                label: ([name] + words).joined(separator: ", "), name: name, options: options,
                configuration: group.members[0], held: held(group.members))
        }
    }

    /// The configurations with one optimizer.
    private struct Group {
        let name: String
        let settings: [String: SettingValue]
        var members: [Configuration]

        static func all(of configurations: [Configuration], standard: String) -> [Group] {
            var groups: [Group] = []
            var places: [[String: SettingValue]: Int] = [:]
            for configuration in configurations {
                let settings = configuration.settings["optimizer"]?.asMapping ?? ["name": .string(standard)]
                if let place = places[settings] {
                    groups[place].members.append(configuration)
                } else {
                    places[settings] = groups.count
                    groups.append(
                        Group(
                            name: settings["name"]?.text ?? standard, settings: settings, members: [configuration]))
                }
            }
            return groups
        }
    }

    private static func options(_ settings: [String: SettingValue]) -> [Option] {
        settings.filter { $0.key != "name" }.map { Option(name: "optimizer.\($0.key)", value: $0.value) }
            .sorted { $0.name < $1.name }
    }

    private static func held(_ members: [Configuration]) -> [Option] {
        let parameters = members.map { member in
            member.parametersByName
        }
        return members[0].parameters.filter { name, value in
            let first = String(name.prefix { $0 != "." })
            return first != "optimizer" && !irrelevant.contains(first) && parameters.contains { $0[name] != value }
        }
        .map { Option(name: $0.name, value: $0.value) }
    }
}
