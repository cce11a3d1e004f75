import Settings

/// One setting as the file declares it, in `train` or as a parameter, with the places of all its values.
struct WrittenSetting: Hashable, Sendable {
    /// When the setting applies.
    enum Scope: Hashable, Sendable {
        case train
        /// In the search space of this number, and only with all of `choices`.
        case parameter(space: Int, choices: [Choice])

        /// Whether both can apply to one configuration.
        func meets(_ other: Scope) -> Bool {
            guard case .parameter(let space, let choices) = self,
                case .parameter(let otherSpace, let otherChoices) = other
            else { return true }
            return space == otherSpace
                && !choices.contains { choice in
                    otherChoices.contains { $0.path == choice.path && $0.name != choice.name }
                }
        }
    }

    struct Choice: Hashable, Sendable {
        let path: String
        let name: String
    }

    struct Place: Hashable, Sendable {
        /// Nil where the value is drawn from a distribution.
        let value: SettingValue?
        let position: SourcePosition
        /// What is written there, to look for parts of the value; nil for a choice's name.
        let node: YAMLNode?
    }

    /// Dotted: `optimizer.betas`.
    let path: String
    let scope: Scope
    /// Of the key.
    let position: SourcePosition
    var places: [Place]

    /// Whether it applies to every configuration of its space.
    var isUnconditional: Bool {
        if case .parameter(_, let choices) = scope { choices.isEmpty } else { true }
    }
}

extension WrittenSetting.Place {
    init(_ node: YAMLNode) {
        self.init(value: node.value, position: node.position, node: node)
    }
}
