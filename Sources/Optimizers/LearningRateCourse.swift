/// The learning rate of one training or one group of parameters on its way: what `LearningRateDecay` says, and what it
/// remembers of the metrics so far.
public struct LearningRateCourse: Sendable {
    public let decay: LearningRateDecay
    /// The rate that the training was set to.
    public let initial: Double
    private var plateauState: Plateau.State?

    public init(_ decay: LearningRateDecay, initial: Double) {
        self.decay = decay
        self.initial = initial
        if case .plateau(let plateau) = decay { plateauState = plateau.start(from: initial) }
    }

    /// The metric that the rate follows, if it follows one.
    public var metric: String? {
        if case .plateau(let plateau) = decay { plateau.metric } else { nil }
    }

    /// Whether the rate may differ from step to step; if not, it is that of the epoch.
    public var changesWithinEpochs: Bool {
        if case .timed(let schedule) = decay { schedule.changesWithinEpochs } else { false }
    }

    public func learningRate(at moment: ScheduleMoment) throws(ScheduleError) -> Double {
        switch decay {
        case .timed(let schedule): try schedule.learningRate(from: initial, at: moment)
        case .plateau: plateauState?.learningRate ?? initial
        }
    }

    /// Takes note of what an evaluation gave for `metric`.
    public mutating func observe(_ value: Double) {
        guard case .plateau(let plateau) = decay, let state = plateauState else { return }
        plateauState = plateau.state(after: value, state)
    }

    /// What a checkpoint has to keep; empty for all that depends on the time alone.
    public func exportState() -> [String: Double] {
        guard let state = plateauState else { return [:] }
        return [
            "lr": state.learningRate, "best": state.best, "num_bad_epochs": Double(state.badEvaluations),
            "cooldown_counter": Double(state.cooldownLeft),
        ]
    }

    /// Goes on from what the same decay exported; on an error nothing is changed.
    public mutating func importState(_ numbers: [String: Double]) throws(OptimizerStateError) {
        let saved = OptimizerState(numbers: numbers)
        try saved.refuseOthers(than: OptimizerState(numbers: exportState()))
        guard plateauState != nil else { return }
        plateauState = Plateau.State(
            learningRate: try saved.number("lr"), best: try saved.number("best"),
            badEvaluations: try saved.count("num_bad_epochs"), cooldownLeft: try saved.count("cooldown_counter"))
    }
}
