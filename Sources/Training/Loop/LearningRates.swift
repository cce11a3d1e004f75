import Optimizers

/// The learning rates of a training: its own, and one for each group of parameters, before the group's scale.
struct LearningRates {
    /// A rate that is measured.
    struct Series {
        /// The pattern of the parameters that have it; nil: those that no pattern matches.
        let pattern: String?
        fileprivate let group: Int
        fileprivate let scale: Double
        /// Whether it is measured at each step, and not once an epoch.
        let isPerStep: Bool
        let followsMetric: Bool
    }

    private var own: LearningRateCourse
    /// nil for groups that follow the training's own.
    private var groups: [LearningRateCourse?]
    /// Those that any parameter has.
    let series: [Series]
    private let epochs: Int
    private let stepsPerEpoch: Int
    private let changesWithinEpochs: Bool
    /// Those of the last step asked for, in the order of the groups.
    private(set) var current: [Double]
    /// What `current` holds for: the step, or the epoch where rates do not change within it.
    private var moment: Int?

    /// - Parameter groups: those of the plan's rules, and after them that of all other parameters, if there are any.
    init(_ plan: TrainingPlan, groups: [ParameterGroup], stepsPerEpoch: Int) {
        let own = LearningRateCourse(plan.decay, initial: plan.learningRate)
        let courses = groups.map { group in
            group.decay.map { LearningRateCourse($0, initial: plan.learningRate) }
        }
        series = groups.enumerated().map { index, group in
            let course = courses[index] ?? own
            return Series(
                pattern: index < plan.parameterGroups.count ? plan.parameterGroups[index].match : nil, group: index,
                scale: group.isFrozen ? 0 : group.learningRateScale,
                isPerStep: !group.isFrozen && course.changesWithinEpochs,
                followsMetric: !group.isFrozen && course.metric != nil)
        }
        self.own = own
        self.groups = courses
        epochs = plan.epochs
        self.stepsPerEpoch = stepsPerEpoch
        changesWithinEpochs = own.changesWithinEpochs || self.groups.contains { $0?.changesWithinEpochs == true }
        current = [Double](repeating: plan.learningRate, count: groups.count)
    }

    /// Brings `current` to a step, counted from 0 over the whole training.
    mutating func prepare(step: Int) throws(ScheduleError) {
        let moment = changesWithinEpochs ? step : step / stepsPerEpoch
        guard moment != self.moment else { return }
        let rate = try learningRate(step: step)
        for (index, course) in groups.enumerated() {
            current[index] = try course?.learningRate(at: scheduleMoment(step)) ?? rate
        }
        self.moment = moment
    }

    /// The training's own rate at a step.
    func learningRate(step: Int) throws(ScheduleError) -> Double {
        try own.learningRate(at: scheduleMoment(step))
    }

    /// What the parameters of a series had in the step that `current` holds for.
    func rate(of series: Series) -> Double { series.scale == 0 ? 0 : current[series.group] * series.scale }

    private func scheduleMoment(_ step: Int) -> ScheduleMoment {
        ScheduleMoment(epoch: step / stepsPerEpoch, step: step, epochs: epochs, steps: epochs * stepsPerEpoch)
    }

    /// The metrics that rates follow.
    var metrics: [String] { ([own] + groups.compactMap(\.self)).compactMap(\.metric) }

    /// Takes note of an evaluation.
    mutating func observe(_ value: (_ metric: String) -> Double?) {
        if let value = own.metric.flatMap(value) { own.observe(value) }
        for index in groups.indices {
            if let value = groups[index]?.metric.flatMap(value) { groups[index]?.observe(value) }
        }
        moment = nil
    }

    /// What a checkpoint has to keep: `lr`, …, and `groups.0.lr`, ….
    func exportState() -> [String: Double] {
        var numbers = own.exportState()
        for (index, course) in groups.enumerated() {
            for (name, number) in course?.exportState() ?? [:] { numbers["groups.\(index).\(name)"] = number }
        }
        return numbers
    }

    mutating func importState(_ numbers: [String: Double]) throws(OptimizerStateError) {
        try own.importState(numbers.filter { !$0.key.hasPrefix("groups.") })
        for index in groups.indices {
            let prefix = "groups.\(index)."
            var own: [String: Double] = [:]
            for (name, number) in numbers where name.hasPrefix(prefix) {
                own[String(name.dropFirst(prefix.count))] = number
            }
            try groups[index]?.importState(own)
        }
        moment = nil
    }
}
