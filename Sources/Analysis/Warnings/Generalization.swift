public import Settings

/// That one choice can do all that another can: momentum with `beta` = 0 is sgd.
///
/// It holds where every option matches that the condition does not name: RMSProp with eps inside of the square root is no
/// case of Adam, which has it outside.
public struct Generalization: Hashable, Sendable {
    /// What an option of the special choice must be.
    public struct Requirement: Hashable, Sendable {
        public let name: String
        public let value: SettingValue
        /// Whether it is that where nothing is written.
        public let isDefault: Bool

        public init(_ name: String, _ value: SettingValue, isDefault: Bool = true) {
            (self.name, self.value, self.isDefault) = (name, value, isDefault)
        }

        func isMet(by settings: [String: SettingValue]) -> Bool {
            guard let own = settings[name] else { return isDefault }
            return own == value || (own.number != nil && own.number == value.number)
        }
    }

    public let general: String
    public let special: String
    /// With which setting the general one is the special one: `beta = 0`.
    public let condition: String
    public let requirements: [Requirement]
    /// What must be the same in both.
    public let shared: [String]

    public init(
        _ general: String, includes special: String, when condition: String, where requirements: [Requirement] = [],
        sharing shared: [String] = []
    ) {
        self.general = general
        self.special = special
        self.condition = condition
        self.requirements = requirements
        self.shared = shared
    }

    /// Whether the general choice includes the special one with these settings of theirs, by dotted name.
    public func holds(special: [String: SettingValue], general: [String: SettingValue]) -> Bool {
        requirements.allSatisfy { $0.isMet(by: special) } && shared.allSatisfy { special[$0] == general[$0] }
    }

    private static let plainRMSProp = [
        Requirement("optimizer.momentum", 0), Requirement("optimizer.centered", false),
        Requirement("optimizer.eps_inside_sqrt", false),
    ]

    /// Those among the optimizers, by their update rules.
    public static let ofOptimizers = [
        Generalization(
            "momentum", includes: "sgd", when: "beta = 0", where: [Requirement("optimizer.momentum", 0)]),
        Generalization(
            "adam", includes: "rmsprop", when: "betas = [0, alpha] and no bias correction",
            where: plainRMSProp + [Requirement("optimizer.bias_correction", false)], sharing: ["optimizer.eps"]),
        Generalization(
            "adam", includes: "rmsprop", when: "betas = [0, alpha]",
            where: plainRMSProp + [Requirement("optimizer.bias_correction", true, isDefault: false)],
            sharing: ["optimizer.eps"]),
        // Their weight decays differ, also those of groups of parameters.
        Generalization(
            "adamw", includes: "adam", when: "weight_decay = 0",
            where: [Requirement("weight_decay", 0), Requirement("param_groups", [])],
            sharing: [
                "optimizer.betas", "optimizer.eps", "optimizer.amsgrad", "optimizer.bias_correction", "param_groups",
            ]),
    ]
}
