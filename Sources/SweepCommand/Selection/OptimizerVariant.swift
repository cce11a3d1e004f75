import Settings
import SweepPlanning
import Sweeps
import Workloads

/// An optimizer with its options, as some of a plan's configurations have it.
struct OptimizerVariant: Hashable {
    struct Option: Hashable {
        /// Dotted: `optimizer.beta`.
        let name: String
        let value: SettingValue
    }

    /// Its name, with the options in which it differs from others of that name: `momentum, beta 0.9`.
    let label: String
    let name: String
    let options: [Option]
    /// The plan's first configuration with it.
    let configuration: Configuration
    /// What varies among the configurations with it, with the value in `configuration`.
    let held: [Option]

    /// What says how long and with which rates a training goes on, which a range test decides itself.
    private static let irrelevant = [
        "lr", "decay", "epochs", "early_stopping", "evaluate_every", "checkpoint_every",
    ]

    /// Each optimizer of a plan once, in the order of its configurations.
    static func all(of plan: TrialPlan) -> [OptimizerVariant] {
        let groups = Group.all(of: plan)
        return groups.map { group in
            let name = name(group.settings)
            let options = options(group.settings)
            let rivals = groups.filter { Self.name($0.settings) == name && $0.settings != group.settings }
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
        let settings: [String: SettingValue]
        var members: [Configuration]

        static func all(of plan: TrialPlan) -> [Group] {
            var groups: [Group] = []
            var places: [[String: SettingValue]: Int] = [:]
            for configuration in plan.configurations {
                let settings =
                    configuration.settings["optimizer"]?.asMapping ?? ["name": .string(Workload.defaultOptimizer)]
                if let place = places[settings] {
                    groups[place].members.append(configuration)
                } else {
                    places[settings] = groups.count
                    groups.append(Group(settings: settings, members: [configuration]))
                }
            }
            return groups
        }
    }

    private static func name(_ settings: [String: SettingValue]) -> String {
        settings["name"]?.text ?? Workload.defaultOptimizer
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
