/// Parameters that are trained alike: which they are, and how their training differs from the others'.
public struct ParameterGroup: Sendable {
    /// Where the parameters lie in the flat parameter buffer.
    public var ranges: [Range<Int>]
    /// The group's learning rate is that of its schedule times this.
    public var learningRateScale: Double
    /// λ of the weight decay, as the rule means it.
    public var weightDecay: Double
    /// The group's own schedule, for whoever computes the learning rates; nil where the training's holds.
    public var decay: LearningRateDecay?
    /// A frozen group is left as it is, and its count of steps stands still.
    public var isFrozen: Bool

    public init(
        ranges: [Range<Int>], learningRateScale: Double = 1, weightDecay: Double = 0,
        decay: LearningRateDecay? = nil, isFrozen: Bool = false
    ) {
        self.ranges = ranges
        self.learningRateScale = learningRateScale
        self.weightDecay = weightDecay
        self.decay = decay
        self.isFrozen = isFrozen
    }
}
