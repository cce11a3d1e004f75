/// That one choice can do all that another can: momentum with `beta` = 0 is sgd.
public struct Generalization: Hashable, Sendable {
    public let general: String
    public let special: String
    /// With which setting the general one is the special one: `beta = 0`.
    public let condition: String

    public init(_ general: String, includes special: String, when condition: String) {
        self.general = general
        self.special = special
        self.condition = condition
    }

    /// Those among the optimizers, by their update rules.
    public static let ofOptimizers = [
        Generalization("momentum", includes: "sgd", when: "beta = 0"),
        Generalization("adam", includes: "rmsprop", when: "betas = [0, alpha] and no bias correction"),
        Generalization("adamw", includes: "adam", when: "weight_decay = 0"),
    ]
}
