/// What a learning-rate range test found out about a configuration.
public struct LearningRateTest: Hashable, Sendable {
    /// One step of the test.
    public struct Step: Hashable, Sendable {
        public let rate: Double
        /// Of the step's batch, before its update.
        public let loss: Double
        /// Over this and earlier steps.
        public let smoothedLoss: Double

        public init(rate: Double, loss: Double, smoothedLoss: Double) {
            self.rate = rate
            self.loss = loss
            self.smoothedLoss = smoothedLoss
        }
    }

    /// Rates to search, both with two digits.
    public struct Range: Hashable, Sendable {
        /// Below it the loss has hardly begun to fall.
        public let least: Double
        /// Above it the loss grows.
        public let most: Double
        /// Whether the loss fell from the lowest rate on, so that the range may begin earlier.
        public let startsFalling: Bool
        /// Whether the loss fell to the highest rate, so that the range may end later.
        public let endsFalling: Bool

        public init(least: Double, most: Double, startsFalling: Bool, endsFalling: Bool) {
            self.least = least
            self.most = most
            self.startsFalling = startsFalling
            self.endsFalling = endsFalling
        }
    }

    public let steps: [Step]
    /// Smoothed, of the first steps, before the rates could tell.
    public let startingLosses: [Double]
    /// Whether the test ended early since the loss had grown fourfold or was no number.
    public let hasDiverged: Bool
    /// nil where the loss did not fall by more than chance would have it.
    public let range: Range?

    /// - Parameter firstSteps: how many steps are too few to tell anything.
    public init(steps: [Step], firstSteps: Int, hasDiverged: Bool, range: Range?) {
        self.steps = steps
        startingLosses = steps.prefix(firstSteps).map(\.smoothedLoss)
        self.hasDiverged = hasDiverged
        self.range = range
    }
}
