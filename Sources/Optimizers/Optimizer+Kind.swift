public import Settings

extension Optimizer {
    /// An optimizer of a kind, with the options that sweep files have for it; the learning rate and the weight decay are
    /// none: they are given to each step and each group.
    ///
    /// - Parameter groups: one group of all parameters unless said otherwise.
    /// Throws a `SettingError` for an option that is wrong, and for `lbfgs`, whose steps `LBFGSOptimizer` takes.
    public convenience init(
        _ kind: OptimizerKind, _ options: [String: SettingValue] = [:], parameterCount: Int,
        groups: [ParameterGroup]? = nil
    ) throws(SettingError) {
        var reader = SettingReader(options, path: "optimizer")
        switch try kind.makeMethod(&reader) {
        case .perStep(let rule): self.init(rule, parameterCount: parameterCount, groups: groups)
        case .fullBatch:
            throw SettingError(
                path: "optimizer", value: .string(kind.rawValue),
                rule: "it asks for several losses and gradients in each step; use LBFGSOptimizer")
        }
    }
}

extension LearningRateCourse {
    /// The course of a kind of schedule, with the options that sweep files have for it.
    ///
    /// Throws a `SettingError` for an option that is wrong or missing.
    public init(
        _ kind: ScheduleKind, _ options: [String: SettingValue] = [:], initial: Double
    ) throws(SettingError) {
        var reader = SettingReader(options, path: "decay")
        self.init(try kind.makeDecay(&reader), initial: initial)
    }
}
