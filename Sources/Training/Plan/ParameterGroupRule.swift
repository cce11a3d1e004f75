public import Optimizers
public import Settings
public import Tensors

/// Which parameters are trained unlike the others, and how.
public struct ParameterGroupRule: Sendable {
    /// A pattern for names like `layers.0.weight`: `*` stands for any text, `?` for any one character.
    public var match: String
    public var learningRateScale: Double
    /// nil: the plan's.
    public var weightDecay: Double?
    /// nil: the plan's.
    public var decay: LearningRateDecay?
    public var isFrozen: Bool

    public init(
        match: String, learningRateScale: Double = 1, weightDecay: Double? = nil,
        decay: LearningRateDecay? = nil, isFrozen: Bool = false
    ) {
        self.match = match
        self.learningRateScale = learningRateScale
        self.weightDecay = weightDecay
        self.decay = decay
        self.isFrozen = isFrozen
    }

    /// Whether the group has no other rate, weight decay or schedule than the plan.
    var isPlainOrFrozen: Bool {
        isFrozen || learningRateScale == 1 && weightDecay == nil && decay == nil
    }

    /// The groups that `rules` make of a network's parameters, in the order of the rules; what none matches comes last.
    ///
    /// Throws where a rule is left without parameters.
    public static func groups(
        _ rules: [ParameterGroupRule], of layout: TensorLayout, weightDecay: Double
    ) throws(SettingError) -> [ParameterGroup] {
        let globs = rules.map { Glob($0.match) }
        var ranges = [[Range<Int>]](repeating: [], count: rules.count + 1)
        for entry in layout.entries {
            ranges[globs.firstIndex { $0.matches(entry.name) } ?? rules.count].append(entry.range)
        }
        ranges = ranges.map(TensorLayout.joined)
        var groups: [ParameterGroup] = []
        for (index, rule) in rules.enumerated() {
            guard !ranges[index].isEmpty else {
                let names = layout.entries.map(\.name)
                let taken = names.first(where: globs[index].matches).flatMap { name in
                    globs.firstIndex { $0.matches(name) }
                }
                throw SettingError(
                    path: "param_groups[\(index)].match", value: .string(rule.match),
                    rule: taken.map {
                        "param_groups[\($0)] comes first and takes all that it matches; put it before that"
                    } ?? "it matches no parameter; there are: " + names.joined(separator: ", "))
            }
            groups.append(
                ParameterGroup(
                    ranges: ranges[index], learningRateScale: rule.learningRateScale,
                    weightDecay: rule.weightDecay ?? weightDecay, decay: rule.decay, isFrozen: rule.isFrozen))
        }
        if !ranges[rules.count].isEmpty {
            groups.append(ParameterGroup(ranges: ranges[rules.count], weightDecay: weightDecay))
        }
        return groups
    }
}
