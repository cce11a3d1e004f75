/// Parameters that are trained alike: which they are, and how their training differs from the others'.
public struct ParameterGroup: Sendable {
    /// Where the parameters lie in the flat parameter buffer.
    public var ranges: [Range<Int>]
    /// The group's learning rate is that of its schedule times this.
    public var learningRateScale: Double
    /// λ of the weight decay, as the rule means it.
    public var weightDecay: Double
    /// The group's own schedule, for whoever computes the learning rates; nil where the training's own holds.
    public var schedule: (any LearningRateSchedule)?
    /// A frozen group is left as it is, and its count of steps stands still.
    public var isFrozen: Bool

    public init(
        ranges: [Range<Int>], learningRateScale: Double = 1, weightDecay: Double = 0,
        schedule: (any LearningRateSchedule)? = nil, isFrozen: Bool = false
    ) {
        self.ranges = ranges
        self.learningRateScale = learningRateScale
        self.weightDecay = weightDecay
        self.schedule = schedule
        self.isFrozen = isFrozen
    }
}
